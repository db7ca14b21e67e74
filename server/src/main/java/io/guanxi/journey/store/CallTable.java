package io.guanxi.journey.store;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code journey_call}: what webhooks of journeys tell other systems. */
@Component
public class CallTable {

    private final JdbcClient postgres;

    CallTable(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /**
     * A call to be made.
     *
     * @param key its idempotency key
     * @param memberNo about whom
     * @param body JSON
     */
    public record Call(String key, int memberNo, String body) {}

    /**
     * A call that is made now.
     *
     * @param id its number
     * @param key its idempotency key
     * @param url where to
     * @param body JSON
     * @param attempts how often it was tried, with this one
     */
    public record Claimed(long id, String key, String url, String body, int attempts) {}

    /**
     * A call that was given up.
     *
     * @param id its number
     * @param node of the journey
     * @param memberNo about whom
     * @param url where to
     * @param attempts how often it was tried
     * @param madeAt when the member came by
     * @param endedAt when it was given up
     * @param reason why
     * @param trouble what the other side answered last, or what was in the way
     */
    @Schema(name = "JourneyCall")
    public record Dead(
            long id,
            String node,
            int memberNo,
            String url,
            int attempts,
            Instant madeAt,
            Instant endedAt,
            Reason reason,
            @Nullable String trouble) {}

    /** Why a call was given up. */
    @Schema(name = "JourneyCallReason")
    public enum Reason {
        /** The other side, or this one, will not have it as it is. */
        REFUSED,
        /** It was tried often enough. */
        EXHAUSTED
    }

    /**
     * Writes calls, in the transaction that moves the members; one whose key is known changes nothing.
     *
     * @param journey number of the journey
     * @param node number of the node
     * @param url where to
     * @param calls which
     * @param now what time it is for the brand
     */
    public void write(long journey, int node, String url, List<Call> calls, Instant now) {
        postgres.sql("""
                        INSERT INTO journey_call (key, journey_id, node, member_no, url, body, made_at, due_at)
                        SELECT key, :journey, :node, member_no, :url, body, :now, :now
                        FROM unnest(:keys::text[], :members::integer[], :bodies::text[]) AS call (key, member_no, body)
                        ON CONFLICT (key) DO NOTHING
                        """)
                .param("journey", journey)
                .param("node", node)
                .param("url", url)
                .param("keys", calls.stream().map(Call::key).toArray(String[]::new))
                .param("members", calls.stream().map(Call::memberNo).toArray(Integer[]::new))
                .param("bodies", calls.stream().map(Call::body).toArray(String[]::new))
                .param("now", at(now))
                .update();
    }

    /**
     * {@return calls that are due, which are this server's until a lease ends}
     *
     * @param now what time it is for the brand
     * @param real what time it is for the machine
     * @param until the end of the lease, by the machine's time
     * @param most how many
     */
    public List<Claimed> claim(Instant now, Instant real, Instant until, int most) {
        return postgres.sql("""
                        UPDATE journey_call SET claimed_until = :until, attempts = attempts + 1
                        WHERE id IN (SELECT id FROM journey_call
                                     WHERE state = 'WAITING' AND due_at <= :now
                                       AND (claimed_until IS NULL OR claimed_until < :real)
                                     ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING id, key, url, body, attempts
                        """)
                .param("now", at(now))
                .param("real", at(real))
                .param("until", at(until))
                .param("most", most)
                .query((row, _) -> new Claimed(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5)))
                .list();
    }

    /**
     * What became of a call.
     *
     * @param id which
     * @param state {@code DONE}, {@code DEAD}, or {@code WAITING} to be tried again
     * @param again when to try again, or null
     * @param reason why it was given up, or null
     * @param trouble what was in the way, or null
     */
    public record Ended(
            long id,
            String state,
            @Nullable Instant again,
            @Nullable Reason reason,
            @Nullable String trouble) {

        /** {@return one that was taken} */
        public static Ended done(long id) {
            return new Ended(id, "DONE", null, null, null);
        }

        /** {@return one that is given up} */
        public static Ended dead(long id, Reason reason, String trouble) {
            return new Ended(id, "DEAD", null, reason, trouble);
        }

        /** {@return one that is tried again} */
        public static Ended later(long id, Instant again, String trouble) {
            return new Ended(id, "WAITING", again, null, trouble);
        }
    }

    /**
     * Notes what became of calls; those that were given up are counted at their node.
     *
     * @param ended which
     * @param now what time it is for the brand
     */
    public void note(List<Ended> ended, Instant now) {
        postgres.sql("""
                        WITH noted AS (
                            UPDATE journey_call
                            SET state = e.state, reason = e.reason, due_at = coalesce(e.again, due_at), trouble = left(e.trouble, 500),
                                claimed_until = NULL, ended_at = CASE WHEN e.state <> 'WAITING' THEN :now::timestamptz END
                            FROM unnest(:ids::bigint[], :states::text[], :agains::timestamptz[], :reasons::text[], :troubles::text[])
                                 AS e (id, state, again, reason, trouble)
                            WHERE journey_call.id = e.id AND journey_call.state = 'WAITING'
                            RETURNING journey_call.node, e.state)
                        INSERT INTO journey_count (node, outcome, n)
                        SELECT node, 'failed', count(*) FROM noted WHERE state = 'DEAD' GROUP BY node
                        """)
                .param("ids", ended.stream().map(Ended::id).toArray(Long[]::new))
                .param("states", ended.stream().map(Ended::state).toArray(String[]::new))
                .param(
                        "agains",
                        ended.stream()
                                .map(it ->
                                        it.again() == null ? null : it.again().toString())
                                .toArray(String[]::new))
                .param(
                        "reasons",
                        ended.stream()
                                .map(it ->
                                        it.reason() == null ? null : it.reason().name())
                                .toArray(String[]::new))
                .param("troubles", ended.stream().map(Ended::trouble).toArray(String[]::new))
                .param("now", at(now))
                .update();
    }

    /**
     * {@return calls of a journey that were given up, the latest first}
     *
     * @param journey its number
     * @param before only lower numbers
     * @param most how many
     */
    public List<Dead> dead(long journey, long before, int most) {
        return postgres.sql("""
                        SELECT c.id, n.key, c.member_no, c.url, c.attempts, c.made_at, c.ended_at, c.reason, c.trouble FROM journey_call c
                        JOIN journey_node n ON n.id = c.node
                        WHERE c.journey_id = ? AND c.state = 'DEAD' AND c.id < ? ORDER BY c.id DESC LIMIT ?""")
                .params(journey, before, most)
                .query((row, _) -> new Dead(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        Reason.valueOf(row.getString(8)),
                        row.getString(9)))
                .list();
    }

    /**
     * Makes calls of a journey that were given up once more, with the keys they had.
     *
     * @param journey its number
     * @param call one of them, or null for all
     * @param now what time it is for the brand
     * @return how many
     */
    public int again(long journey, @Nullable Long call, Instant now) {
        return postgres.sql("""
                        WITH again AS (
                            UPDATE journey_call SET state = 'WAITING', attempts = 0, due_at = :now, ended_at = NULL, reason = NULL
                            WHERE journey_id = :journey AND state = 'DEAD' AND (:call::bigint IS NULL OR id = :call)
                            RETURNING node),
                        counted AS (
                            INSERT INTO journey_count (node, outcome, n)
                            SELECT node, 'failed', -count(*) FROM again GROUP BY node)
                        SELECT count(*) FROM again""")
                .param("journey", journey)
                .param("call", call, Types.BIGINT)
                .param("now", at(now))
                .query(Integer.class)
                .single();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
