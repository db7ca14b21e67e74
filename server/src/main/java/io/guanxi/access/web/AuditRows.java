package io.guanxi.access.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the audit trail, the newest first. */
@Component
class AuditRows {

    private static final String SELECT = """
            SELECT id, at, actor_kind, actor, address, action, subject, detail
            FROM audit
            WHERE (:before::bigint IS NULL OR id < :before)
              AND (:actor::text IS NULL OR actor = :actor)
              AND (:action::text IS NULL OR action = :action)
              AND (:subject::text IS NULL OR subject = :subject)
              AND (:from::timestamptz IS NULL OR at >= :from)
              AND (:to::timestamptz IS NULL OR at < :to)
            ORDER BY id DESC
            LIMIT :rows
            """;

    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Schema(name = "Entry")
    record Entry(
            long id,
            Instant at,
            String actorKind,
            String actor,
            String address,
            String action,
            String subject,
            @JsonRawValue @Schema(type = "object") String detail) {}

    /**
     * Which rows; null is any.
     *
     * @param from inclusive
     * @param to exclusive
     */
    record Question(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant to) {

        /** {@return what is asked for, by name} */
        Map<String, String> named() {
            Map<String, String> named = new LinkedHashMap<>();
            put(named, "actor", actor);
            put(named, "action", action);
            put(named, "subject", subject);
            put(named, "from", from);
            put(named, "to", to);
            return named;
        }

        private static void put(Map<String, String> named, String name, @Nullable Object value) {
            if (value != null) {
                named.put(name, value.toString());
            }
        }
    }

    List<Entry> before(@Nullable Long before, Question question, int most) {
        return jdbc.sql(SELECT)
                .param("before", before)
                .param("actor", question.actor())
                .param("action", question.action())
                .param("subject", question.subject())
                .param("from", time(question.from()))
                .param("to", time(question.to()))
                .param("rows", most)
                .query((row, i) -> new Entry(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor_kind"),
                        row.getString("actor"),
                        row.getString("address"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("detail")))
                .list();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
