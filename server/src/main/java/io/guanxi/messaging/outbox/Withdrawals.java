package io.guanxi.messaging.outbox;

import io.guanxi.messaging.Messages;
import io.guanxi.messaging.Unsaid;
import io.guanxi.messaging.Withdrawal;
import io.guanxi.platform.Brand;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes messages back, set by set. Only what waits or is held: what a server has claimed may be out already, so it is marked, and
 * withdrawn when it comes back. Rows are locked in the order of their numbers, and looked at again once they are.
 */
@Component
class Withdrawals {

    /** Each has an index of its own. */
    private static final List<String> OPEN = List.of("o.state = 'WAITING'", "o.state = 'HELD'", "o.state = 'SENDING'");

    private static final String TABLE = """
            CREATE TEMPORARY TABLE IF NOT EXISTS %s (key text) ON COMMIT DELETE ROWS""".formatted(Messages.TAKEN_BACK);

    private static final String TELL = """
            noted AS (
                INSERT INTO message_note (message_id, at, kind, reason, detail)
                SELECT id, :now, 'WITHDRAWN', :reason, :by FROM back),
            counted AS (
                INSERT INTO message_tally (day, channel, origin_kind, origin_id, origin_node, outcome, reason, messages)
                SELECT :day, channel, origin_kind, origin_id, coalesce(origin_node, ''), 'SUPPRESSED', :reason, count(*)
                FROM back GROUP BY channel, origin_kind, origin_id, origin_node)
            INSERT INTO taken_back SELECT key FROM back
            """;

    private final JdbcClient postgres;
    private final ObjectProvider<Unsaid> unsaid;
    private final Brand brand;
    private final Clock clock;

    Withdrawals(JdbcClient postgres, ObjectProvider<Unsaid> unsaid, Brand brand, Clock clock) {
        this.postgres = postgres;
        this.unsaid = unsaid;
        this.brand = brand;
        this.clock = clock;
    }

    /** {@return how many messages were taken back, with tasks that were closed}; in the caller's transaction */
    int take(Withdrawal back) {
        postgres.sql(TABLE).update();
        postgres.sql("DELETE FROM taken_back").update();
        int waiting = told(postgres.sql(waiting(back.ids("message", OPEN), true)), back.reason(), null)
                .params(back.parameters())
                .update();
        List<String> closed = new ArrayList<>();
        unsaid.stream().forEach(channel -> closed.addAll(channel.withdraw(back)));
        return waiting + (closed.isEmpty() ? 0 : givenBack(closed, back.reason()));
    }

    /** Notes that what counted as sent was not said: its channel has taken it back. */
    void taken(List<String> keys, String reason) {
        postgres.sql(TABLE).update();
        givenBack(keys, reason);
    }

    /**
     * {@return how many of those that wait or are held were taken back by hand}
     *
     * @param ids a query of their numbers
     * @param parameters of the query, by name
     * @param by who does it
     */
    int byHand(String ids, Map<String, ?> parameters, String by) {
        postgres.sql(TABLE).update();
        return told(postgres.sql(waiting(ids, false)), "BY_HAND", by)
                .params(parameters)
                .update();
    }

    private static String waiting(String ids, boolean also) {
        return """
                WITH found AS (
                    SELECT id FROM message
                    WHERE id = ANY (ARRAY(%s)) AND state IN ('WAITING', 'HELD'%s) ORDER BY id FOR UPDATE),
                gone AS (
                    UPDATE message m
                    SET state = CASE WHEN m.state = 'SENDING' THEN m.state ELSE 'WITHDRAWN' END,
                        reason = CASE WHEN m.state = 'SENDING' THEN m.reason ELSE :reason END,
                        recalled = :reason
                    FROM found WHERE m.id = found.id
                    RETURNING m.id, m.key, m.state, m.channel, m.origin_kind, m.origin_id, m.origin_node),
                back AS (SELECT * FROM gone WHERE state = 'WITHDRAWN'),
                """.formatted(ids, also ? ", 'SENDING'" : "") + TELL;
    }

    /**
     * That a channel took it counts as sent, and stays so; that it was taken back is told besides. Its claim may not have noted yet
     * that it was taken: it will find that it no longer holds the message.
     */
    private int givenBack(List<String> keys, String reason) {
        return told(postgres.sql("""
                        WITH back AS (
                            UPDATE message SET state = 'WITHDRAWN', reason = :reason
                            WHERE key = ANY (:keys::text[]) AND state IN ('SENDING', 'SENT')
                            RETURNING id, key, channel, origin_kind, origin_id, origin_node),
                        """ + TELL), reason, null)
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    private JdbcClient.StatementSpec told(JdbcClient.StatementSpec statement, String reason, @Nullable String by) {
        Instant now = clock.instant();
        return statement
                .param("now", MessageTable.at(now))
                .param("day", brand.dayOf(now))
                .param("reason", reason)
                .param("by", by, Types.VARCHAR);
    }
}
