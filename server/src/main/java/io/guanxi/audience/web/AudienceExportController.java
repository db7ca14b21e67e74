package io.guanxi.audience.web;

import io.guanxi.access.Audit;
import io.guanxi.audience.AudienceHoldout;
import io.guanxi.audience.live.Memberships;
import io.guanxi.audience.live.SavedAudiences;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A saved audience as a file: to look at, or to do something with it elsewhere. Only the latter is what a holdout keeps a share back
 * from, and what leaves out who is held out globally; a look changes nothing that is measured.
 */
@RestController
@RequestMapping("/api/audiences/{id}/export")
@Tag(name = "Audiences")
class AudienceExportController {

    private static final int AT_ONCE = 1000;
    private static final String KEPT_BACK = "X-Guanxi-Kept-Back";
    private static final String HELD_OUT = "X-Guanxi-Held-Out";

    private final SavedAudiences audiences;
    private final Memberships memberships;
    private final AudienceMembers members;
    private final AudienceHoldout holdout;
    private final Audit audit;

    AudienceExportController(
            SavedAudiences audiences,
            Memberships memberships,
            AudienceMembers members,
            AudienceHoldout holdout,
            Audit audit) {
        this.audiences = audiences;
        this.memberships = memberships;
        this.members = members;
        this.holdout = holdout;
        this.audit = audit;
    }

    @GetMapping(produces = "text/csv")
    @Operation(
            summary =
                    "All members as CSV to look at, those kept back by a holdout among them: nobody counts as reached. Masked as the caller's role demands; audited")
    void look(@PathVariable long id, HttpServletResponse response) throws IOException {
        RoaringBitmap all = current(id);
        audit.record("audience.exported", "audience:" + id, Map.of("members", all.getLongCardinality()));
        write(all, "audience-" + id + ".csv", response);
    }

    @PostMapping(produces = "text/csv")
    @Operation(
            summary =
                    "Members as CSV to do something with elsewhere: without those whom a holdout of the audience keeps back or the global one holds out, told in X-Guanxi-Kept-Back and X-Guanxi-Held-Out; all others of the audience count as reached in their arms; audited")
    void handOver(@PathVariable long id, HttpServletResponse response) throws IOException {
        RoaringBitmap all = current(id);
        RoaringBitmap reachable = RoaringBitmap.andNot(all, holdout.heldOut(all));
        RoaringBitmap admitted = holdout.admit(id, reachable);
        long handed = admitted.getLongCardinality();
        long keptBack = reachable.getLongCardinality() - handed;
        long heldOut = all.getLongCardinality() - reachable.getLongCardinality();
        audit.record(
                "audience.handed-over",
                "audience:" + id,
                Map.of("members", handed, "keptBack", keptBack, "heldOut", heldOut));
        response.setHeader(KEPT_BACK, Long.toString(keptBack));
        response.setHeader(HELD_OUT, Long.toString(heldOut));
        write(admitted, "audience-" + id + "-handed-over.csv", response);
    }

    private RoaringBitmap current(long id) {
        return memberships.current(audiences.get(id));
    }

    private void write(RoaringBitmap all, String name, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        PrintWriter out = response.getWriter();
        out.print("member_no,name,phone,channel,value,stage,layer,level\r\n");
        List<Integer> numbers = AudienceMembers.after(all, 0, AT_ONCE);
        while (!numbers.isEmpty()) {
            members.of(numbers).forEach(member -> out.print(row(member)));
            numbers = AudienceMembers.after(all, numbers.getLast(), AT_ONCE);
        }
    }

    private static String row(AudienceMember member) {
        return Stream.of(
                        member.no(),
                        member.name(),
                        member.phone(),
                        member.channel(),
                        member.value(),
                        member.stage(),
                        member.layer(),
                        member.level())
                .map(AudienceExportController::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that a spreadsheet would take for a formula is kept from being one. */
    private static String cell(@Nullable Object value) {
        String text = Objects.toString(value, "");
        boolean formula = value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
