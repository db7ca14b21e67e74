package io.guanxi.messaging.outbox;

import io.guanxi.messaging.Origin;
import io.guanxi.messaging.outbox.Tallies.Count;
import io.guanxi.messaging.outbox.Tallies.Counted;
import io.guanxi.messaging.policy.Due;
import io.guanxi.platform.FencedLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code message} as the outbox works on it, and {@code message_note}; each call is one statement or two. */
@Component
class MessageTable {

    /** How often an uncertain message is tried again by itself: once, so a crash costs one duplicate at most. */
    static final int MOST_DOUBTS = 1;

    private static final FencedLock JUDGE_LOCK = new FencedLock(0x6d65737361676573L);

    private final JdbcClient postgres;

    MessageTable(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /**
     * That a message is not sent now.
     *
     * @param due which
     * @param state what it is from now on
     * @param reason why
     * @param rule name of the rule of the policy; empty for none
     * @param until when it is looked at again, or null
     * @param detail more words, or null
     */
    record Stop(
            Due due,
            State state,
            String reason,
            String rule,
            @Nullable Instant until,
            @Nullable String detail) {}

    private record Lost(Due due, boolean uncertain) {}

    /** Lets nobody else judge until the transaction ends, for what is let pass counts for the next. */
    void lock() {
        JUDGE_LOCK.take(postgres);
    }

    /** Who freezes within this transaction loses it with all that it held, and the others go on. */
    void loseIfFrozen() {
        postgres.sql("SET LOCAL idle_in_transaction_session_timeout = '30s'").update();
    }

    /**
     * Takes back claims that were lost with their server. Where the provider knows keys, or the message cannot have gone out, it
     * is simply due again; else it is in doubt, tried once more, and dead if that is in doubt again. What was not handed over was
     * no attempt. Leases are by the machine's clock, which no sandbox moves.
     */
    void recover(String channel, boolean knowsKeys, Instant now, Instant real, Count count) {
        List<Lost> lost = postgres.sql("""
                        UPDATE message
                        SET doubts = doubts + CASE WHEN :careful AND started_at IS NOT NULL THEN 1 ELSE 0 END,
                            state = CASE WHEN :careful AND started_at IS NOT NULL AND doubts >= :most THEN 'DEAD'
                                         ELSE 'WAITING' END,
                            reason = CASE WHEN :careful AND started_at IS NOT NULL THEN 'UNCERTAIN' ELSE reason END,
                            attempts = attempts - CASE WHEN started_at IS NULL THEN 1 ELSE 0 END,
                            doubted_at = coalesce(doubted_at, started_at), started_at = NULL,
                            due_at = :now, claim = NULL, claimed_until = NULL
                        WHERE channel = :channel AND state = 'SENDING' AND claimed_until < :real
                        RETURNING id, key, member_no, template_id, channel, category, priority, origin_kind, origin_id,
                                  origin_node, said, due_at, expires_at, attempts, doubts, recalled, reason
                        """)
                .param("careful", !knowsKeys)
                .param("most", MOST_DOUBTS)
                .param("channel", channel)
                .param("now", at(now))
                .param("real", at(real))
                .query((row, _) -> new Lost(due(row), "UNCERTAIN".equals(row.getString("reason"))))
                .list();
        if (!knowsKeys) {
            List<Due> uncertain =
                    lost.stream().filter(Lost::uncertain).map(Lost::due).toList();
            uncertain.forEach(due -> count(count, due, "UNCERTAIN", "SERVER_LOST"));
            uncertain.stream()
                    .filter(due -> due.doubts() > MOST_DOUBTS)
                    .forEach(due -> count(count, due, "DEAD", "UNCERTAIN"));
            note(
                    uncertain.stream()
                            .map(due -> new Note(due.id(), "UNCERTAIN", "SERVER_LOST", "", null, null))
                            .toList(),
                    now);
        }
    }

    /**
     * {@return messages that are due, the highest priority first; they are held until the transaction ends}. Numbers are found by
     * the index of what is due, a stretch of it for each priority, and rows by their numbers: as an array, for with a join the
     * planner reads the whole table where it has not seen it grow.
     */
    List<Due> due(String channel, Instant now, int most) {
        List<Due> found = postgres.sql("""
                        SELECT id, key, member_no, template_id, channel, category, priority, origin_kind, origin_id,
                               origin_node, said, due_at, expires_at, attempts, doubts, recalled
                        FROM message
                        WHERE state = 'WAITING' AND id = ANY (ARRAY(
                            SELECT next.id
                            FROM generate_series(9, 0, -1) AS level (priority)
                            CROSS JOIN LATERAL (
                                SELECT id FROM message
                                WHERE state = 'WAITING' AND channel = :channel AND priority = level.priority::smallint
                                  AND due_at <= :now
                                ORDER BY due_at LIMIT :most) next
                            LIMIT :most))
                        FOR UPDATE SKIP LOCKED
                        """)
                .param("channel", channel)
                .param("now", at(now))
                .param("most", most)
                .query((row, _) -> due(row))
                .list();
        return found.stream()
                .sorted(Comparator.comparingInt((Due due) -> -due.priority())
                        .thenComparing(Due::dueAt)
                        .thenComparing(Due::id))
                .toList();
    }

    /** Marks messages as being sent by whoever holds the claim; where {@code started}, they may be out from now on. */
    void admit(List<Claimed> passed, UUID claim, Instant now, Instant until, boolean started) {
        postgres.sql("""
                        UPDATE message
                        SET state = 'SENDING', reason = NULL, detail = NULL, claim = :claim, claimed_until = :until,
                            attempts = attempts + 1, admitted_at = :now, template_version = passed.version,
                            started_at = CASE WHEN :started THEN :now::timestamptz END
                        FROM unnest(:ids::bigint[], :versions::integer[]) AS passed (id, version)
                        WHERE message.id = passed.id
                        """)
                .param("claim", claim)
                .param("until", at(until))
                .param("now", at(now))
                .param("started", started)
                .param("ids", passed.stream().map(it -> it.due().id()).toArray(Long[]::new))
                .param("versions", passed.stream().map(Claimed::version).toArray(Integer[]::new))
                .update();
    }

    /** {@return whether a message may be handed over now: it is still this claim's, and no other server thinks otherwise} */
    boolean start(long id, UUID claim, Instant now, Instant until) {
        return postgres.sql("""
                        UPDATE message SET started_at = :now, claimed_until = :until
                        WHERE id = :id AND claim = :claim AND state = 'SENDING' AND claimed_until > :now
                        """)
                        .param("now", at(now))
                        .param("until", at(until))
                        .param("id", id)
                        .param("claim", claim)
                        .update()
                == 1;
    }

    /** Gives back what a claim did not get to. */
    void release(List<Claimed> unsent, UUID claim) {
        if (unsent.isEmpty()) {
            return;
        }
        postgres.sql("""
                        UPDATE message
                        SET state = 'WAITING', claim = NULL, claimed_until = NULL, attempts = attempts - 1, started_at = NULL
                        WHERE id = ANY (?) AND claim = ? AND state = 'SENDING'""")
                .params(unsent.stream().map(it -> it.due().id()).toArray(Long[]::new), claim)
                .update();
    }

    /** Notes what keeps messages back. */
    void stop(List<Stop> stops, Instant now, Count count) {
        if (stops.isEmpty()) {
            return;
        }
        postgres.sql("""
                        UPDATE message
                        SET state = stop.state, reason = stop.reason, detail = stop.detail,
                            due_at = coalesce(stop.until, message.due_at)
                        FROM unnest(:ids::bigint[], :states::text[], :reasons::text[], :details::text[],
                                    :until::timestamptz[]) AS stop (id, state, reason, detail, until)
                        WHERE message.id = stop.id
                        """)
                .param("ids", stops.stream().map(stop -> stop.due().id()).toArray(Long[]::new))
                .param("states", stops.stream().map(stop -> stop.state().name()).toArray(String[]::new))
                .param("reasons", stops.stream().map(Stop::reason).toArray(String[]::new))
                .param("details", stops.stream().map(Stop::detail).toArray(String[]::new))
                .param("until", stops.stream().map(stop -> text(stop.until())).toArray(String[]::new))
                .update();
        note(
                stops.stream()
                        .map(stop -> new Note(
                                stop.due().id(),
                                kind(stop.state()),
                                stop.reason(),
                                stop.rule(),
                                stop.until(),
                                stop.detail()))
                        .toList(),
                now);
        stops.forEach(stop -> count(
                count, stop.due(), stop.state() == State.WITHDRAWN ? "SUPPRESSED" : kind(stop.state()), stop.reason()));
    }

    private static String kind(State state) {
        return switch (state) {
            case WAITING, HELD -> "DELAYED";
            case SENDING, SENT, FAILED, DEAD, SUPPRESSED, WITHDRAWN -> state.name();
        };
    }

    /**
     * A line of a message's time-line.
     *
     * @param id the message
     * @param kind what happened
     * @param reason why
     * @param rule name of the rule; empty for none
     * @param until when it is looked at again, or null
     * @param detail more words, or null
     */
    record Note(
            long id,
            String kind,
            String reason,
            String rule,
            @Nullable Instant until,
            @Nullable String detail) {}

    /** Writes to the messages' time-lines. */
    void note(List<Note> notes, Instant now) {
        if (notes.isEmpty()) {
            return;
        }
        postgres.sql("""
                        INSERT INTO message_note (message_id, at, kind, reason, rule, until, detail)
                        SELECT id, :now, kind, reason, nullif(rule, ''), until, detail
                        FROM unnest(:ids::bigint[], :kinds::text[], :reasons::text[], :rules::text[], :until::timestamptz[],
                                    :details::text[]) AS note (id, kind, reason, rule, until, detail)
                        """)
                .param("now", at(now))
                .param("ids", notes.stream().map(Note::id).toArray(Long[]::new))
                .param("kinds", notes.stream().map(Note::kind).toArray(String[]::new))
                .param("reasons", notes.stream().map(Note::reason).toArray(String[]::new))
                .param("rules", notes.stream().map(Note::rule).toArray(String[]::new))
                .param("until", notes.stream().map(note -> text(note.until())).toArray(String[]::new))
                .param("details", notes.stream().map(Note::detail).toArray(String[]::new))
                .update();
    }

    static void count(Count count, Due due, String outcome, String reason) {
        String node = due.origin().node();
        count.add(new Counted(
                due.channel(), due.origin().kind(), due.origin().id(), node == null ? "" : node, outcome, reason));
    }

    static Due due(ResultSet row) throws SQLException {
        OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
        return new Due(
                row.getLong("id"),
                row.getString("key"),
                row.getInt("member_no"),
                row.getLong("template_id"),
                row.getString("channel"),
                row.getString("category"),
                row.getInt("priority"),
                new Origin(row.getString("origin_kind"), row.getString("origin_id"), row.getString("origin_node")),
                row.getString("said"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                expires == null ? null : expires.toInstant(),
                row.getInt("attempts"),
                row.getInt("doubts"),
                row.getString("recalled"));
    }

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
