package io.guanxi.audience.web;

import io.guanxi.access.Audit;
import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.engine.Limit;
import io.guanxi.audience.live.Memberships;
import io.guanxi.audience.live.SavedAudiences;
import io.guanxi.audience.store.AudienceRow;
import io.guanxi.audience.store.MembershipTable;
import io.guanxi.audience.store.MembershipTable.AudienceDay;
import io.guanxi.audience.store.MembershipTable.AudienceMovement;
import io.guanxi.audience.store.MembershipTable.AudiencePoint;
import io.guanxi.identity.Identities;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.guanxi.platform.Problem;
import io.guanxi.platform.RunningQuestions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is in a saved audience, who came and went, and why. */
@RestController
@RequestMapping("/api/audiences/{id}")
@Tag(name = "Audiences")
class MembershipController {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final SavedAudiences audiences;
    private final Memberships memberships;
    private final MembershipTable table;
    private final AudienceMembers members;
    private final Engine engine;
    private final Identities identities;
    private final AudienceReasons reasons;
    private final RunningQuestions questions;
    private final Audit audit;
    private final Brand brand;

    MembershipController(
            SavedAudiences audiences,
            Memberships memberships,
            MembershipTable table,
            AudienceMembers members,
            Engine engine,
            Identities identities,
            AudienceReasons reasons,
            RunningQuestions questions,
            Audit audit,
            Brand brand) {
        this.audiences = audiences;
        this.memberships = memberships;
        this.table = table;
        this.members = members;
        this.engine = engine;
        this.identities = identities;
        this.reasons = reasons;
        this.questions = questions;
        this.audit = audit;
        this.brand = brand;
    }

    @GetMapping("/members")
    @Operation(summary = "Who is in an audience, by number")
    Page<AudienceMember> members(
            @PathVariable long id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Parameters.limit(limit);
        long after = Math.clamp(Parameters.cursor(cursor, 0), 0L, Integer.MAX_VALUE - 1L);
        List<Integer> numbers = AudienceMembers.after(current(id), (int) after, most + 1);
        List<Integer> shown = numbers.subList(0, Math.min(most, numbers.size()));
        return new Page<>(members.of(shown), numbers.size() > most ? Integer.toString(shown.getLast()) : null);
    }

    /**
     * Who came and went between two days.
     *
     * @param from at the end of this day
     * @param to at the end of this day, or null for now
     * @param before how many were in then
     * @param after how many were in later
     * @param entered how many are in later and were not before
     * @param left how many were in before and are not later
     * @param enteredSample some of those who entered
     * @param leftSample some of those who left
     */
    record AudienceDiff(
            LocalDate from,
            @Nullable LocalDate to,
            long before,
            long after,
            long entered,
            long left,
            List<AudienceMember> enteredSample,
            List<AudienceMember> leftSample) {}

    @GetMapping("/diff")
    @Operation(summary = "Who entered and left between two days' snapshots, or since one")
    AudienceDiff diff(
            @PathVariable long id,
            @RequestParam LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "5") int sample) {
        audiences.get(id);
        if (to != null && to.isBefore(from)) {
            throw Parameters.fault("to", "lies before from");
        }
        RoaringBitmap before = snapshot(id, from);
        RoaringBitmap after = to == null ? current(id) : snapshot(id, to);
        RoaringBitmap entered = RoaringBitmap.andNot(after, before);
        RoaringBitmap left = RoaringBitmap.andNot(before, after);
        int most = Math.clamp(sample, 0, 50);
        return new AudienceDiff(
                from,
                to,
                before.getLongCardinality(),
                after.getLongCardinality(),
                entered.getLongCardinality(),
                left.getLongCardinality(),
                members.of(AudienceMembers.sample(entered, most)),
                members.of(AudienceMembers.sample(left, most)));
    }

    /** Today has not ended: who is in now stands for it. */
    private RoaringBitmap snapshot(long id, LocalDate day) {
        if (day.equals(engine.version().today())) {
            return current(id);
        }
        return table.snapshot(id, day)
                .orElseThrow(() -> Problem.notFound(
                        "audience.snapshot-unknown",
                        "There is no snapshot of audience " + id + " on " + day + "; its trend lists the days."));
    }

    @GetMapping("/trend")
    @Operation(summary = "How many were in an audience at the end of each day, and are in today")
    Page<AudiencePoint> trend(@PathVariable long id, @RequestParam(defaultValue = "90") int days) {
        audiences.get(id);
        LocalDate today = engine.version().today();
        long members = current(id).getLongCardinality();
        return new Page<>(
                table.trend(id, Math.clamp(days, 1, 400)).stream()
                        .map(point ->
                                point.day().equals(today) ? new AudiencePoint(today, members, point.version()) : point)
                        .toList(),
                null);
    }

    @GetMapping("/daily")
    @Operation(summary = "How many entered and left on each day")
    Page<AudienceDay> daily(@PathVariable long id, @RequestParam(defaultValue = "30") int days) {
        audiences.get(id);
        LocalDate since = engine.version().today().minusDays(Math.clamp(days, 1, 400) - 1L);
        return new Page<>(table.daily(id, since, brand.zone()), null);
    }

    @GetMapping("/changes")
    @Operation(summary = "Refreshes at which somebody entered or left, the latest first")
    Page<AudienceMovement> changes(
            @PathVariable long id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        audiences.get(id);
        int most = Parameters.limit(limit);
        List<AudienceMovement> found = table.changes(id, Parameters.cursor(cursor, Long.MAX_VALUE), most + 1);
        List<AudienceMovement> shown = found.subList(0, Math.min(most, found.size()));
        return new Page<>(
                shown, found.size() > most ? Long.toString(shown.getLast().position()) : null);
    }

    @GetMapping("/explain/{memberNo}")
    @Operation(summary = "Why a member is in an audience or not, part by part with the facts")
    AudienceReason explain(
            @PathVariable long id, @PathVariable int memberNo, @RequestParam(required = false) @Nullable String token) {
        AudienceRow audience = audiences.get(id);
        int live = identities
                .survivorOf(memberNo)
                .orElseThrow(() ->
                        Problem.notFound("member.unknown", "There is no member with the number " + memberNo + "."));
        audit.viewed("member:" + live);
        Limit limit = Limit.of(LONGEST);
        return questions.ask(token, limit, () -> reasons.of(engine.explain(audience.expression(), live, limit), live));
    }

    private RoaringBitmap current(long id) {
        return memberships.current(audiences.get(id));
    }
}
