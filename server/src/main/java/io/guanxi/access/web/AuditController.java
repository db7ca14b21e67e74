package io.guanxi.access.web;

import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    private final AuditRows rows;

    AuditController(AuditRows rows) {
        this.rows = rows;
    }

    @GetMapping
    @Operation(summary = "Who did or saw what, newest first; from is inclusive, to is not")
    Page<AuditRows.Entry> entries(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<AuditRows.Entry> entries =
                rows.before(position(cursor), new AuditRows.Question(actor, action, subject, from, to), size + 1);
        return entries.size() <= size
                ? new Page<>(entries, null)
                : new Page<>(
                        entries.subList(0, size),
                        Long.toString(entries.get(size - 1).id()));
    }

    private static @Nullable Long position(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("request.cursor", "The cursor is not one that this list gave out.");
        }
    }
}
