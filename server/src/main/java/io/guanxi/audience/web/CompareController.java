package io.guanxi.audience.web;

import io.guanxi.access.Audit;
import io.guanxi.audience.compare.AudienceProfile;
import io.guanxi.audience.compare.Overlap;
import io.guanxi.audience.compare.Profiler;
import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.engine.Limit;
import io.guanxi.audience.live.Memberships;
import io.guanxi.audience.live.SavedAudiences;
import io.guanxi.audience.store.AudienceRow;
import io.guanxi.identity.Identities;
import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.guanxi.platform.Problem;
import io.guanxi.platform.RunningQuestions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Audiences beside each other, beside everybody, and those of one member. */
@RestController
@Tag(name = "Audiences")
class CompareController {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final SavedAudiences audiences;
    private final Memberships memberships;
    private final Engine engine;
    private final Profiler profiler;
    private final Identities identities;
    private final Audit audit;
    private final RunningQuestions questions;

    CompareController(
            SavedAudiences audiences,
            Memberships memberships,
            Engine engine,
            Profiler profiler,
            Identities identities,
            Audit audit,
            RunningQuestions questions) {
        this.audiences = audiences;
        this.memberships = memberships;
        this.engine = engine;
        this.profiler = profiler;
        this.identities = identities;
        this.audit = audit;
        this.questions = questions;
    }

    /**
     * An audience by name and size.
     *
     * @param id its number
     * @param name as people call it
     * @param ready key of the ready-made audience it was made from, or null
     * @param folder where it lies
     * @param members how many are in
     */
    record AudienceSize(long id, String name, @Nullable String ready, String folder, long members) {}

    /**
     * Members who are in these audiences and in none of the others that are compared.
     *
     * @param in numbers of the audiences
     * @param members how many
     */
    record OverlapPart(List<Long> in, long members) {}

    /**
     * How audiences lie over each other.
     *
     * @param everybody how many live members there are
     * @param members how many are in any of the audiences
     * @param audiences those compared, as asked for
     * @param parts without overlap, the largest first; their members add up to the union
     */
    record AudienceOverlap(long everybody, long members, List<AudienceSize> audiences, List<OverlapPart> parts) {}

    @GetMapping("/api/audiences/overlap")
    @Operation(summary = "How 2 to 6 audiences lie over each other: the sizes of all exclusive intersections")
    AudienceOverlap overlap(@RequestParam List<Long> ids, @RequestParam(required = false) @Nullable String token) {
        if (ids.stream().anyMatch(Objects::isNull)) {
            throw Parameters.fault("ids", "holds what is no audience's number");
        }
        List<Long> asked = ids.stream().distinct().toList();
        if (asked.size() < Overlap.FEWEST || asked.size() > Overlap.MOST) {
            throw Parameters.fault(
                    "ids",
                    "names " + asked.size() + " audiences; " + Overlap.FEWEST + " to " + Overlap.MOST
                            + " can be compared");
        }
        Limit limit = Limit.of(LONGEST);
        return questions.ask(token, limit, () -> overlapOf(asked, limit));
    }

    private AudienceOverlap overlapOf(List<Long> asked, Limit limit) {
        List<RoaringBitmap> sets = new ArrayList<>();
        List<AudienceSize> sizes = new ArrayList<>();
        for (long id : asked) {
            AudienceRow audience = audiences.get(id);
            RoaringBitmap members = memberships.current(audience, limit);
            sets.add(members);
            sizes.add(size(audience, members));
        }
        List<OverlapPart> parts = Overlap.of(sets, limit::check).stream()
                .map(part -> new OverlapPart(part.in().stream().map(asked::get).toList(), part.members()))
                .toList();
        return new AudienceOverlap(
                engine.live().getLongCardinality(),
                parts.stream().mapToLong(OverlapPart::members).sum(),
                sizes,
                parts);
    }

    @GetMapping("/api/audiences/{id}/profile")
    @Operation(
            summary =
                    "Which stages, layers, levels, channels, RFM cells, communities and tags are over- or under-represented")
    AudienceProfile profile(@PathVariable long id, @RequestParam(required = false) @Nullable String token) {
        AudienceRow audience = audiences.get(id);
        Limit limit = Limit.of(LONGEST);
        return questions.ask(token, limit, () -> profiler.profile(memberships.current(audience, limit), limit));
    }

    @GetMapping("/api/members/{no}/audiences")
    @Operation(summary = "Audiences that a member is in, by folder and name")
    Page<AudienceSize> ofMember(@PathVariable int no) {
        int live = identities
                .survivorOf(no)
                .orElseThrow(
                        () -> Problem.notFound("member.unknown", "There is no member with the number " + no + "."));
        audit.viewed("member:" + live);
        List<AudienceSize> in = new ArrayList<>();
        for (AudienceRow audience : audiences.all()) {
            memberships
                    .of(audience.id())
                    .map(Memberships.State::members)
                    .filter(members -> members.contains(live))
                    .ifPresent(members -> in.add(size(audience, members)));
        }
        return new Page<>(in, null);
    }

    private static AudienceSize size(AudienceRow audience, RoaringBitmap members) {
        return new AudienceSize(
                audience.id(), audience.name(), audience.ready(), audience.folder(), members.getLongCardinality());
    }
}
