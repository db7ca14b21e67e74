package io.guanxi.identity;

import io.guanxi.platform.EventBatch;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    Resolution resolve(EventBatch batch) {
        try (Exchange exchange = new Exchange(batch, postgres, copy, temp)) {
            BatchIdentifiers identifiers = new BatchIdentifiers(batch.sql());
            Links links = new Links(exchange);
            Owners owners = new Owners(batch.sql());
            try {
                var kinds = rules.kinds();
                identifiers.takeApart(kinds, rules.blocked());
                return transaction.execute(status -> {
                    MemberTables.lock(postgres);
                    MemberTables.lookUp(exchange);
                    links.follow(kinds);
                    return write(exchange, owners);
                });
            } finally {
                BatchTraits.forget(batch.sql());
                owners.forget();
                links.forget();
                identifiers.forget();
            }
        }
    }

    private Resolution write(Exchange exchange, Owners owners) {
        JdbcClient duck = exchange.duck();
        int fresh = owners.decide();
        Tally tally = tally(duck);
        MemberTables.Counter counter = members.count(fresh);
        owners.number(counter.lastMember());
        if (tally.merged > 0) {
            members.merge(exchange, counter);
        }
        if (tally.refused > 0) {
            members.refuse(exchange);
        }
        if (tally.unknown > 0) {
            members.add(exchange, counter, tally.unknown, owners::writeToEvents);
        } else {
            owners.writeToEvents();
        }
        if (BatchTraits.collect(duck) > 0) {
            traits.keep(exchange, counter.change());
        }
        return new Resolution(tally.known + fresh, fresh, tally.unknown, tally.merged, tally.refused, tally.unresolved);
    }

    private static Tally tally(JdbcClient duck) {
        return duck.sql("""
                SELECT (SELECT count(DISTINCT member_no) FROM owner WHERE node IN (SELECT node FROM head)) AS known,
                       (SELECT count(*) FROM owner ANTI JOIN known USING (node)) AS unknown,
                       (SELECT count(*) FROM merged) AS merged,
                       (SELECT count(*) FROM verdict WHERE outcome <> 'JOINED') AS refused,
                       (SELECT coalesce(sum(events), 0)::BIGINT FROM combo ANTI JOIN head USING (combo)) AS unresolved
                """).query(Tally.class).single();
    }

    private record Tally(long known, long unknown, long merged, long refused, long unresolved) {}
}
