package io.guanxi.wecom.callback;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code wecom_callback}. */
@Component
class CallbackTable {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final JdbcClient postgres;

    CallbackTable(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /** A callback that this server works off. */
    record Claimed(long id, int attempt, Callback callback) {}

    /** {@return whether there is something to do: it is a new one, or one by which WeCom is asked again} */
    boolean keep(Callback callback, Instant now) {
        return postgres.sql("""
                                INSERT INTO wecom_callback (key, received_at, happened_at, event, change, employee,
                                                            external_userid, chat, welcome_code, due_at)
                                VALUES (:key, :now, :at, :event, :change, :employee, :customer, :chat, :welcome, :now)
                                ON CONFLICT (key) DO UPDATE
                                SET due_at = excluded.due_at, done_at = NULL, claim = NULL, attempts = 0 WHERE :again
                                """)
                        .param("key", callback.key())
                        .param("now", at(now))
                        .param("at", at(callback.happenedAt()))
                        .param("event", callback.event())
                        .param("change", callback.change())
                        .param("employee", callback.employee())
                        .param("customer", callback.externalUserid())
                        .param("chat", callback.chat())
                        .param("welcome", callback.welcomeCode())
                        .param("again", callback.asksAgain())
                        .update()
                > 0;
    }

    /** {@return due callbacks in the order in which they came, claimed for a minute} */
    List<Claimed> claim(UUID claim, Instant now, int most) {
        return postgres
                .sql("""
                        UPDATE wecom_callback SET claim = :claim, due_at = :lease, attempts = attempts + 1
                        WHERE id IN (SELECT id FROM wecom_callback WHERE done_at IS NULL AND due_at <= :now
                                     ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING id, attempts, key, happened_at, event, change, employee, external_userid, chat, welcome_code
                        """)
                .param("claim", claim)
                .param("lease", at(now.plus(LEASE)))
                .param("now", at(now))
                .param("most", most)
                .query((row, _) -> new Claimed(
                        row.getLong(1),
                        row.getInt(2),
                        new Callback(
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                row.getString(10))))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparingLong(Claimed::id))
                .toList();
    }

    /** {@return whether it was still this claim's; else another server took it for lost and does it} */
    boolean done(long id, UUID claim, Instant now, @Nullable String trouble) {
        return postgres.sql("""
                                UPDATE wecom_callback SET done_at = :now, trouble = :trouble, welcome_code = NULL
                                WHERE id = :id AND claim = :claim AND done_at IS NULL
                                """)
                        .param("now", at(now))
                        .param("trouble", trouble)
                        .param("id", id)
                        .param("claim", claim)
                        .update()
                > 0;
    }

    void later(long id, UUID claim, Instant due, String trouble) {
        postgres.sql("""
                        UPDATE wecom_callback SET due_at = :due, claim = NULL, trouble = left(:trouble, 500)
                        WHERE id = :id AND claim = :claim AND done_at IS NULL
                        """)
                .param("due", at(due))
                .param("trouble", trouble)
                .param("id", id)
                .param("claim", claim)
                .update();
    }

    int forget(Instant before) {
        return postgres.sql("DELETE FROM wecom_callback WHERE done_at < ?")
                .param(at(before))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
