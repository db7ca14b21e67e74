package io.guanxi.wecom.sending;

import io.guanxi.messaging.Content;
import io.guanxi.messaging.Outgoing;
import io.guanxi.messaging.Unsaid;
import io.guanxi.messaging.Withdrawal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code wecom_task} and {@code wecom_task_message}. */
@Component
class GroupSendTable implements Unsaid {

    private final JdbcClient postgres;
    private final JsonMapper json;
    private final Clock clock;

    GroupSendTable(JdbcClient postgres, JsonMapper json, Clock clock) {
        this.postgres = postgres;
        this.json = json;
        this.clock = clock;
    }

    /** What is said, to however many. */
    record Said(String text, List<Content> attachments) {
        Said {
            attachments = List.copyOf(attachments);
        }
    }

    /** A task that is being made. */
    record Making(long id, Said said, List<String> customers) {}

    /** A task whose employees are to be asked for. */
    record Asking(long id, String msgid, Instant madeAt, int polls) {}

    /** A message of a task of which nothing is known yet; {@code withdrawn} says why it is not to be said any more. */
    record Open(String key, String customer, @Nullable String withdrawn) {}

    void write(List<Outgoing> messages) {
        OffsetDateTime now = at(clock.instant());
        List<String> said = messages.stream()
                .map(message -> json.writeValueAsString(new Said(message.text(), message.attachments())))
                .toList();
        postgres.sql("""
                        INSERT INTO wecom_task_message (key, external_userid, content, said, written_at, due_at, member_no,
                                                        origin_kind, origin_id, category)
                        SELECT key, customer, content, said::jsonb, :now, :now, member_no, origin_kind, origin_id, category
                        FROM unnest(:keys::text[], :customers::text[], :contents::text[], :said::text[], :members::integer[],
                                    :kinds::text[], :ids::text[], :categories::text[])
                             AS m (key, customer, content, said, member_no, origin_kind, origin_id, category)
                        ON CONFLICT (key) DO NOTHING
                        """)
                .param("now", now)
                .param("keys", messages.stream().map(Outgoing::key).toArray(String[]::new))
                .param("customers", messages.stream().map(Outgoing::address).toArray(String[]::new))
                .param("contents", said.stream().map(GroupSendTable::digest).toArray(String[]::new))
                .param("said", said.toArray(String[]::new))
                .param("members", messages.stream().map(Outgoing::memberNo).toArray(Integer[]::new))
                .param("kinds", messages.stream().map(it -> it.origin().kind()).toArray(String[]::new))
                .param("ids", messages.stream().map(it -> it.origin().id()).toArray(String[]::new))
                .param("categories", messages.stream().map(Outgoing::category).toArray(String[]::new))
                .update();
    }

    /** What is in no task yet is taken back at once; the others are marked, and their tasks are looked at again at once. */
    @Override
    public List<String> withdraw(Withdrawal back) {
        return postgres.sql("""
                        WITH found AS (
                            SELECT id FROM wecom_task_message
                            WHERE id = ANY (ARRAY(%s)) AND done_at IS NULL AND withdrawn IS NULL ORDER BY id FOR UPDATE),
                        gone AS (
                            UPDATE wecom_task_message m
                            SET withdrawn = :reason, done_at = CASE WHEN m.task IS NULL THEN :now::timestamptz END
                            FROM found WHERE m.id = found.id RETURNING m.key, m.task, m.done_at),
                        woken AS (
                            UPDATE wecom_task SET due_at = :now
                            WHERE state = 'ASKING' AND id IN (SELECT task FROM gone WHERE task IS NOT NULL))
                        SELECT key FROM gone WHERE done_at IS NOT NULL
                        """.formatted(back.ids("wecom_task_message", List.of("o.done_at IS NULL"))))
                .params(back.parameters())
                .param("reason", back.reason())
                .param("now", at(clock.instant()))
                .query(String.class)
                .list();
    }

    /** {@return whether all is withdrawn of a task that is still open} */
    boolean isWithdrawn(long task) {
        return postgres.sql("""
                        SELECT coalesce(bool_and(withdrawn IS NOT NULL), FALSE) FROM wecom_task_message
                        WHERE task = ? AND done_at IS NULL""").param(task).query(Boolean.class).single();
    }

    /**
     * Begins a task of messages that say the same, in the caller's transaction: those that wait longest, once they had a moment to
     * be joined by others.
     */
    Optional<Making> begin(int most, Duration moment, Duration lease) {
        Instant now = clock.instant();
        Optional<String> content = postgres.sql("""
                        SELECT content FROM wecom_task_message
                        WHERE task IS NULL AND done_at IS NULL AND due_at <= :now
                        GROUP BY content HAVING min(due_at) <= :ripe OR count(*) >= :most
                        ORDER BY min(due_at) LIMIT 1
                        """)
                .param("now", at(now))
                .param("ripe", at(now.minus(moment)))
                .param("most", most)
                .query(String.class)
                .optional();
        if (content.isEmpty()) {
            return Optional.empty();
        }
        long task = postgres.sql(
                        "INSERT INTO wecom_task (state, made_at, due_at, customers) VALUES ('CALLING', ?, ?, 0) RETURNING id")
                .params(at(now), at(now.plus(lease)))
                .query(Long.class)
                .single();
        List<String> customers = postgres
                .sql("""
                        UPDATE wecom_task_message m SET task = :task, attempts = attempts + 1
                        FROM (SELECT DISTINCT ON (external_userid) key FROM wecom_task_message
                              WHERE content = :content AND task IS NULL AND done_at IS NULL AND due_at <= :now
                              ORDER BY external_userid, due_at LIMIT :most) next
                        WHERE m.key = next.key
                        RETURNING m.external_userid, m.done_at IS NULL
                        """)
                .param("task", task)
                .param("content", content.get())
                .param("now", at(now))
                .param("most", most)
                .query((row, _) -> row.getBoolean(2) ? Optional.of(row.getString(1)) : Optional.<String>empty())
                .list()
                .stream()
                .flatMap(Optional::stream) // but for what was taken back at this moment
                .toList();
        postgres.sql("UPDATE wecom_task SET customers = ? WHERE id = ?")
                .params(customers.size(), task)
                .update();
        String said = postgres.sql("SELECT said::text FROM wecom_task_message WHERE task = ? LIMIT 1")
                .param(task)
                .query(String.class)
                .single();
        return Optional.of(new Making(task, json.readValue(said, Said.class), customers));
    }

    /** {@return whether the call was not taken for lost meanwhile} */
    boolean made(long task, String msgid, Instant ask) {
        return postgres.sql(
                                "UPDATE wecom_task SET state = 'ASKING', msgid = ?, due_at = ? WHERE id = ? AND state = 'CALLING'")
                        .params(msgid, at(ask), task)
                        .update()
                > 0;
    }

    /** Lets the messages of a task be sent later, by another one. */
    void release(long task, Instant due, boolean doubt, @Nullable String trouble) {
        end(task, doubt ? "LOST" : "DONE", trouble);
        postgres.sql("""
                        UPDATE wecom_task_message SET task = NULL, due_at = :due, doubts = doubts + CASE WHEN :doubt THEN 1 ELSE 0 END
                        WHERE task = :task AND done_at IS NULL
                        """)
                .param("due", at(due))
                .param("doubt", doubt)
                .param("task", task)
                .update();
    }

    void end(long task, String state, @Nullable String trouble) {
        postgres.sql("UPDATE wecom_task SET state = :state, trouble = left(:trouble, 500) WHERE id = :id")
                .param("state", state)
                .param("trouble", trouble, java.sql.Types.VARCHAR)
                .param("id", task)
                .update();
    }

    /** {@return a task whose call never ended} */
    Optional<Long> lost() {
        return postgres.sql(
                        "SELECT id FROM wecom_task WHERE state = 'CALLING' AND due_at <= ? ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                .param(at(clock.instant()))
                .query(Long.class)
                .optional();
    }

    /** {@return the most attempts, and the most doubts, of a task's messages} */
    int[] tries(long task) {
        return postgres.sql(
                        "SELECT coalesce(max(attempts), 0), coalesce(max(doubts), 0) FROM wecom_task_message WHERE task = ?")
                .param(task)
                .query((row, _) -> new int[] {row.getInt(1), row.getInt(2)})
                .single();
    }

    /** {@return a task to ask for, which others leave alone for a lease} */
    Optional<Asking> ask(Duration lease) {
        Instant now = clock.instant();
        return postgres.sql("""
                        UPDATE wecom_task SET due_at = :lease, polls = polls + 1
                        WHERE id = (SELECT id FROM wecom_task WHERE state = 'ASKING' AND due_at <= :now
                                    ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id, msgid, made_at, polls
                        """)
                .param("lease", at(now.plus(lease)))
                .param("now", at(now))
                .query((row, _) -> new Asking(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getInt(4)))
                .optional();
    }

    void askAgain(long task, Instant due) {
        postgres.sql("UPDATE wecom_task SET due_at = ? WHERE id = ? AND state = 'ASKING'")
                .params(at(due), task)
                .update();
    }

    /** {@return messages of a task of which nothing is known yet, of some customers or of all} */
    List<Open> open(long task, @Nullable List<String> customers) {
        return postgres.sql("""
                        SELECT key, external_userid, withdrawn FROM wecom_task_message
                        WHERE task = :task AND done_at IS NULL
                              AND (:all OR external_userid = ANY (:customers::text[]))
                        """)
                .param("task", task)
                .param("all", customers == null)
                .param("customers", customers == null ? new String[0] : customers.toArray(String[]::new))
                .query((row, _) -> new Open(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    void done(List<String> keys) {
        postgres.sql("UPDATE wecom_task_message SET done_at = ? WHERE key = ANY (?)")
                .params(at(clock.instant()), keys.toArray(String[]::new))
                .update();
    }

    boolean hasOpen(long task) {
        return postgres.sql("SELECT EXISTS (SELECT FROM wecom_task_message WHERE task = ? AND done_at IS NULL)")
                .param(task)
                .query(Boolean.class)
                .single();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
