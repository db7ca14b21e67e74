package io.guanxi.access.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the audit trail. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "Audit")
class AuditController {

    private static final int LARGEST_PAGE = 500;

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

    AuditController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Entry(
            long id,
            Instant at,
            String actorKind,
            String actor,
            String address,
            String action,
            String subject,
            @JsonRawValue @Schema(type = "object") String detail) {}

    @GetMapping
    @Operation(summary = "Who did or saw what, newest first; from is inclusive, to is not")
    Page<Entry> entries(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        int rows = Math.clamp(limit, 1, LARGEST_PAGE);
        List<Entry> entries = jdbc.sql(SELECT)
                .param("before", position(cursor))
                .param("actor", actor)
                .param("action", action)
                .param("subject", subject)
                .param("from", time(from))
                .param("to", time(to))
                .param("rows", rows + 1)
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
        return entries.size() <= rows
                ? new Page<>(entries, null)
                : new Page<>(
                        entries.subList(0, rows),
                        Long.toString(entries.get(rows - 1).id()));
    }

    private static @Nullable Long position(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("request.cursor", "The cursor is not one that this list gave out.");
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
