package io.guanxi.access.web;

import io.guanxi.access.Audit;
import io.guanxi.platform.CsvRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail as a file, written while it is read: a page of it is in memory, however long it is. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "Audit")
class AuditExport {

    private static final int AT_ONCE = 1_000;
    private static final List<String> KEYS =
            List.of("at", "actorKind", "actor", "action", "subject", "detail", "address");
    private static final List<String> ENGLISH =
            List.of("Time (UTC)", "Kind of actor", "Actor", "Action", "Subject", "Detail", "Address");
    private static final List<String> CHINESE = List.of("时间（UTC）", "操作者类别", "操作者", "操作", "对象", "详情", "地址");

    private final AuditRows rows;
    private final Audit audit;

    AuditExport(AuditRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    @GetMapping("/export")
    @Operation(
            summary = "All rows of the trail that fit, newest first, as CSV (RFC 4180, UTF-8 with a byte order mark)")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
    void export(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @Parameter(description = "zh or en for a head in Chinese or English; else the keys")
                    @RequestParam(required = false)
                    @Nullable
                    String head,
            HttpServletResponse response)
            throws IOException {
        AuditRows.Question question = new AuditRows.Question(actor, action, subject, from, to);
        List<AuditRows.Entry> page = rows.before(null, question, AT_ONCE);
        audit.record("audit.exported", "audit:0", question.named());
        response.setContentType(CsvRow.TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        Writer file = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        file.write(CsvRow.MARK);
        file.write(CsvRow.of("zh".equals(head) ? CHINESE : "en".equals(head) ? ENGLISH : KEYS));
        long written = 0;
        boolean whole = false;
        try {
            while (!page.isEmpty()) {
                for (AuditRows.Entry entry : page) {
                    file.write(CsvRow.of(List.of(
                            entry.at(),
                            entry.actorKind(),
                            entry.actor(),
                            entry.action(),
                            entry.subject(),
                            entry.detail(),
                            entry.address())));
                }
                written += page.size();
                page = page.size() < AT_ONCE
                        ? List.of()
                        : rows.before(page.getLast().id(), question, AT_ONCE);
            }
            file.flush();
            whole = true;
        } finally {
            audit.record("audit.export-ended", "audit:0", Map.of("rows", written, "whole", whole));
        }
    }
}
