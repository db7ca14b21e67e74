package io.guanxi.identity;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what a batch brought into PostgreSQL, in the transaction that is open. */
final class MemberTables {

    /** Held by whoever writes members, to the end of the transaction: one at a time, in all servers. */
    private static final long LOCK = 0x6964656e74697479L;

    /** A row of {@code identifier} takes about so much. */
    private static final long BYTES_OF_AN_IDENTIFIER = 100;

    /** Sorted, so that neighbours in the index come one after the other. */
    private static final String NEW_IDENTIFIERS = """
            SELECT node.kind, node.key, owner.member_no, node.ts, event.source, event.event_id
            FROM owner
            JOIN node USING (node)
            JOIN event ON event.rowid = node.first
            ANTI JOIN known ON known.node = node.node
            ORDER BY node.key, node.kind
            """;

    private final JdbcClient postgres;
    private final MemberIndexes indexes;
    private final Clock clock;

    MemberTables(JdbcClient postgres, Clock clock) {
        this.postgres = postgres;
        this.indexes = new MemberIndexes(postgres);
        this.clock = clock;
    }

    /** Lets nobody else write members until this transaction ends. */
    static void lock(JdbcClient postgres) {
        postgres.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query()
                .singleRow();
    }

    /** {@return the numbers of the last member before these new ones, and of this change} */
    Counter count(int newMembers) {
        return postgres.sql("""
                UPDATE member_counter SET last_member = last_member + :new, last_change = last_change + 1
                RETURNING last_member - :new AS last_member, last_change AS change
                """).param("new", newMembers).query(Counter.class).single();
    }

    /** Numbers given out under the lock. */
    record Counter(int lastMember, long change) {}

    /**
     * Learns which identifiers of the batch have a member; leaves the batch's table {@code known (node, member_no)}. What travels
     * is the smaller: what is known to the batch, where a first history comes in, or what the batch asks for to PostgreSQL.
     */
    static void lookUp(Exchange exchange) {
        if (heldBytes(exchange) < BYTES_OF_AN_IDENTIFIER * wanted(exchange) / 2) {
            exchange.toBatch(
                    "SELECT kind, key, member_no FROM identifier",
                    "holder",
                    "'kind': 'VARCHAR', 'key': 'VARCHAR', 'member_no': 'INTEGER'");
            exchange.duck().sql("""
                    CREATE OR REPLACE TEMP TABLE known AS
                    SELECT node.node, holder.member_no FROM node JOIN holder USING (kind, key)
                    """).update();
            exchange.duck().sql("DROP TABLE holder").update();
            return;
        }
        exchange.postgres().sql("""
                        CREATE TEMP TABLE wanted (node integer, kind text COLLATE "C", key text COLLATE "C") ON COMMIT DROP
                        """).update();
        exchange.toPostgres("SELECT node, kind, key FROM node", "wanted");
        exchange.postgres().sql("ANALYZE wanted").update();
        exchange.toBatch(
                "SELECT wanted.node, identifier.member_no FROM wanted JOIN identifier USING (kind, key)",
                "known",
                "'node': 'INTEGER', 'member_no': 'INTEGER'");
    }

    /** By the size of the table, since it is known at once; a table that was deleted from holds fewer. */
    private static long heldBytes(Exchange exchange) {
        return exchange.postgres()
                .sql("SELECT pg_relation_size('identifier')")
                .query(Long.class)
                .single();
    }

    private static long wanted(Exchange exchange) {
        return exchange.duck()
                .sql("SELECT count(*) FROM node")
                .query(Long.class)
                .single();
    }

    /**
     * Adds what is new.
     *
     * @param exchange with the batch, whose events are as they were when it was taken apart
     * @param counter the numbers of this change
     * @param unknown identifiers that are to be added
     * @param meanwhile work on the batch that needs the owners only
     * @return what that work answers
     */
    <T> T add(Exchange exchange, Counter counter, long unknown, Supplier<T> meanwhile) {
        Path newMembers = exchange.write("""
                SELECT %d + fresh.place, node.ts, %d
                FROM fresh JOIN node ON node.node = fresh.leader
                ORDER BY fresh.place
                """.formatted(counter.lastMember, counter.change));
        boolean anew = indexes.takenAway(unknown, counter.lastMember);
        Path newIdentifiers = Exchange.atOnce(
                () -> exchange.write(NEW_IDENTIFIERS),
                () -> exchange.toPostgres(newMembers, "member (member_no, created_at, changed)"));
        return Exchange.atOnce(meanwhile, () -> {
            exchange.toPostgres(newIdentifiers, "identifier (kind, key, member_no, linked_at, source, event_id)");
            if (anew) {
                indexes.make();
            }
        });
    }

    /** Members that turned out to be another one: the survivor takes what they had, an alias stays. */
    long merge(Exchange exchange, Counter counter) {
        postgres.sql("CREATE TEMP TABLE merged (member_no integer, into_no integer) ON COMMIT DROP")
                .update();
        long merges = exchange.toPostgres("SELECT member_no, into_no FROM merged", "merged");
        postgres.sql("ANALYZE merged").update();
        exchange.toPostgres(
                """
                SELECT verdict.gone, verdict.into_no, %s, event.event_id, a.kind, a.key, b.kind, b.key
                FROM verdict
                JOIN link USING (a, b)
                JOIN event ON event.rowid = link.first
                JOIN node a ON a.node = verdict.a
                JOIN node b ON b.node = verdict.b
                WHERE verdict.outcome = 'JOINED'
                """.formatted(now()),
                "member_merge (member_no, into_no, merged_at, event_id, kind, key, other_kind, other_key)");
        for (String statement : MergeStatements.ALL) {
            postgres.sql(statement).param("change", counter.change).update();
        }
        return merges;
    }

    /** {@return the number of links refused, whether recorded before or not} */
    long refuse(Exchange exchange) {
        postgres.sql("CREATE TEMP TABLE refused (LIKE identifier_refusal) ON COMMIT DROP")
                .update();
        long refusals = exchange.toPostgres("""
                SELECT b.kind, b.key, a.kind, a.key, verdict.outcome, %s, event.event_id
                FROM verdict
                JOIN link USING (a, b)
                JOIN event ON event.rowid = link.first
                JOIN node a ON a.node = verdict.a
                JOIN node b ON b.node = verdict.b
                WHERE verdict.outcome <> 'JOINED'
                """.formatted(now()), "refused");
        postgres.sql("INSERT INTO identifier_refusal SELECT * FROM refused ON CONFLICT DO NOTHING")
                .update();
        return refusals;
    }

    private String now() {
        return "'" + OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC) + "'";
    }
}
