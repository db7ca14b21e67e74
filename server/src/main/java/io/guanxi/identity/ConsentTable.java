package io.guanxi.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Consents and their history. What is said comes through the temporary table {@code said_consent}, which has the columns of
 * {@code consent} and {@code opening}: whether it is the first word on this channel in what comes at once.
 */
final class ConsentTable {

    /** Source of a consent which somebody noted by hand. */
    /** Where it was said to us directly. */
    static final String BY_HAND = "api";

    private final JdbcClient postgres;
    private final TransactionOperations transaction;
    private final Clock clock;

    ConsentTable(JdbcClient postgres, TransactionOperations transaction, Clock clock) {
        this.postgres = postgres;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes room for what is said, until the transaction ends. */
    void stage() {
        postgres.sql("CREATE TEMP TABLE said_consent (LIKE consent, opening boolean) ON COMMIT DROP")
                .update();
    }

    /** Takes over what was said. */
    void keep() {
        postgres.sql(HISTORY).param("now", now()).update();
        postgres.sql(STATE).update();
    }

    /** A consent said now. The members' rows are held meanwhile, so that a merge takes the consent along. */
    void say(Collection<Integer> memberNos, String channel, boolean granted, String source) {
        transaction.executeWithoutResult(_ -> {
            stage();
            postgres.sql("""
                    INSERT INTO said_consent (member_no, channel, granted, since, confirmed_at, source, event_id, opening)
                    SELECT member_no, :channel, :granted, :now, :now, :source, :event, true
                    FROM (SELECT member_no FROM member WHERE member_no = ANY (:nos) ORDER BY member_no FOR UPDATE) live
                    """)
                    .param("channel", channel)
                    .param("granted", granted)
                    .param("now", now())
                    .param("source", source)
                    .param("event", UUID.randomUUID().toString())
                    .param("nos", memberNos.toArray(Integer[]::new))
                    .update();
            keep();
        });
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static final String HISTORY = """
            INSERT INTO consent_change (member_no, channel, ts, event_id, granted, source, learned_at)
            SELECT said.member_no, said.channel, said.since, said.event_id, said.granted, said.source, :now
            FROM said_consent said
            LEFT JOIN consent held USING (member_no, channel)
            WHERE NOT (said.opening AND held.granted IS NOT DISTINCT FROM said.granted AND said.since >= held.since)
            ON CONFLICT DO NOTHING
            """;

    private static final String STATE = """
            INSERT INTO consent (member_no, channel, granted, since, confirmed_at, source, event_id)
            SELECT DISTINCT ON (member_no, channel) member_no, channel, granted, since, confirmed_at, source, event_id
            FROM said_consent
            ORDER BY member_no, channel, since DESC, event_id DESC
            ON CONFLICT (member_no, channel) DO UPDATE
            SET granted = excluded.granted,
                since = CASE WHEN consent.granted = excluded.granted THEN consent.since ELSE excluded.since END,
                source = CASE WHEN consent.granted = excluded.granted THEN consent.source ELSE excluded.source END,
                event_id = CASE WHEN consent.granted = excluded.granted THEN consent.event_id ELSE excluded.event_id END,
                confirmed_at = excluded.confirmed_at
            WHERE excluded.confirmed_at > consent.confirmed_at
            """;
}
