package io.guanxi.value.web;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.platform.CsvRow;
import io.guanxi.platform.Parameters;
import io.guanxi.value.member.MemberCard;
import io.guanxi.value.member.MemberQuestion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of members as a file, written while it is read: a page of it is in memory, however many there are. */
@RestController
@RequestMapping("/api/members")
@Tag(name = "Members")
class MemberExport {

    private final MemberList list;
    private final CurrentUser currentUser;
    private final Audit audit;

    MemberExport(MemberList list, CurrentUser currentUser, Audit audit) {
        this.list = list;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    @GetMapping("/export")
    @Operation(summary = "All members that fit, as CSV (RFC 4180, UTF-8 with a byte order mark); masked as in the list")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
    void export(
            @ParameterObject MemberParameters parameters,
            @Parameter(description = "keys of the columns wanted, separated by commas; all without it")
                    @RequestParam(required = false)
                    @Nullable
                    String columns,
            @Parameter(description = "zh or en for a head in Chinese or English; else the keys")
                    @RequestParam(required = false)
                    @Nullable
                    String head,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<MemberColumn> chosen = chosen(columns);
        MemberQuestion question = list.whole(parameters);
        audit.record(
                "members.exported",
                "members:0",
                Map.of(
                        "columns",
                        chosen.stream().map(MemberColumn::key).toList(),
                        "masked",
                        !currentUser.maySeePersonalData(),
                        "order",
                        parameters.order(),
                        "filters",
                        parameters.filters(request.getParameterMap())));
        response.setContentType(CsvRow.TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"members.csv\"");
        Writer file = new java.io.OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        file.write(CsvRow.MARK);
        file.write(CsvRow.of(chosen.stream().map(column -> column.head(head)).toList()));
        Taken taken = new Taken();
        try {
            list.each(question, parameters.order(), page -> {
                write(file, chosen, page);
                taken.rows += page.size();
            });
            file.flush();
            taken.whole = true;
        } finally {
            audit.record("members.export-ended", "members:0", Map.of("rows", taken.rows, "whole", taken.whole));
        }
    }

    /** How far a file has come. */
    private static final class Taken {
        private long rows;
        private boolean whole;
    }

    private static List<MemberColumn> chosen(@Nullable String columns) {
        List<String> keys = Parameters.names("columns", columns);
        return keys.isEmpty()
                ? MemberColumn.all()
                : keys.stream()
                        .map(key -> MemberColumn.of(key)
                                .orElseThrow(() -> Parameters.fault(
                                        "columns",
                                        "holds " + key + ", which is none of "
                                                + MemberColumn.all().stream()
                                                        .map(MemberColumn::key)
                                                        .collect(Collectors.joining(", ")))))
                        .toList();
    }

    private static void write(Writer file, List<MemberColumn> columns, List<MemberCard> page) {
        try {
            for (MemberCard card : page) {
                file.write(CsvRow.of(
                        columns.stream().map(column -> column.of(card)).toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the caller does not take the file any more", e);
        }
    }
}
