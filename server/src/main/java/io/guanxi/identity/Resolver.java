package io.guanxi.identity;

import io.guanxi.platform.EventBatch;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/** Gives every event of a batch its member, in one PostgreSQL transaction: all of it holds, or nothing does. */
final class Resolver {

    private final JdbcClient postgres;
    private final TransactionOperations transaction;
    private final PostgresCopy copy;
    private final IdentifierRules rules;
    private final MemberTables members;
    private final BatchTraits traits;
    private final Path temp;

    Resolver(
            JdbcClient postgres,
            TransactionOperations transaction,
            PostgresCopy copy,
            IdentifierRules rules,
            ConsentTable consents,
            Clock clock,
            Path temp) {
        this.postgres = postgres;
        this.transaction = transaction;
        this.copy = copy;
        this.rules = rules;
        this.members = new MemberTables(postgres, clock);
        this.traits = new BatchTraits(postgres, consents);
        this.temp = temp;
    }

    <T> T resolve(EventBatch batch, Function<Resolution, T> meanwhile) {
        return resolve(batch, meanwhile, transaction -> {});
    }

    Resolution rehearse(EventBatch batch) {
        return resolve(batch, resolution -> resolution, TransactionStatus::setRollbackOnly);
    }

    private <T> T resolve(EventBatch batch, Function<Resolution, T> meanwhile, Consumer<TransactionStatus> end) {
        try (Exchange exchange = new Exchange(batch, postgres, copy, temp)) {
            BatchIdentifiers identifiers = new BatchIdentifiers(batch.sql());
            Links links = new Links(exchange);
            Owners owners = new Owners(batch.sql());
            try {
                var kinds = rules.kinds();
                String said = identifiers.takeApart(kinds, rules.blocked());
                return transaction.execute(status -> {
                    MemberTables.lock(postgres);
                    MemberTables.lookUp(exchange);
                    links.follow(kinds);
                    T answer = write(exchange, owners, resolution -> {
                        Owners.assignTo(batch, said);
                        return meanwhile.apply(resolution);
                    });
                    end.accept(status);
                    return answer;
                });
            } finally {
                BatchTraits.forget(batch.sql());
                owners.forget();
                links.forget();
                identifiers.forget();
            }
        }
    }

    private <T> T write(Exchange exchange, Owners owners, Function<Resolution, T> meanwhile) {
        JdbcClient duck = exchange.duck();
        int fresh = owners.decide();
        Tally tally = tally(duck);
        Resolution resolution = new Resolution(
                tally.known + fresh, fresh, tally.unknown, tally.merged, tally.refused, tally.unresolved);
        MemberTables.Counter counter = members.count(fresh);
        owners.number(counter.lastMember());
        if (tally.merged > 0) {
            members.merge(exchange, counter);
        }
        if (tally.refused > 0) {
            members.refuse(exchange);
        }
        T answer = tally.unknown > 0
                ? members.add(exchange, counter, tally.unknown, () -> meanwhile.apply(resolution))
                : meanwhile.apply(resolution);
        if (BatchTraits.collect(duck) > 0) {
            traits.keep(exchange, counter.change());
        }
        return answer;
    }

    private static Tally tally(JdbcClient duck) {
        return duck.sql("""
                SELECT (SELECT count(DISTINCT member_no) FROM decided WHERE node IN (SELECT node FROM head)) AS known,
                       (SELECT count(*) FROM decided ANTI JOIN known USING (node)) AS unknown,
                       (SELECT count(*) FROM merged) AS merged,
                       (SELECT count(*) FROM verdict WHERE outcome <> 'JOINED') AS refused,
                       (SELECT coalesce(sum(events), 0)::BIGINT FROM combo ANTI JOIN head USING (combo)) AS unresolved
                """).query(Tally.class).single();
    }

    private record Tally(long known, long unknown, long merged, long refused, long unresolved) {}
}
