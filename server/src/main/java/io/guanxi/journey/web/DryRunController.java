package io.guanxi.journey.web;

import io.guanxi.audience.Audiences;
import io.guanxi.identity.Identities;
import io.guanxi.journey.engine.DryRun;
import io.guanxi.journey.engine.DryRun.Course;
import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.saved.JourneyCheck;
import io.guanxi.journey.web.InstanceController.InstanceTimeline;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What a journey would do, before it does. */
@RestController
@RequestMapping("/api/journeys")
@Tag(name = "Journeys")
class DryRunController {

    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(30);
    private static final Duration FARTHEST_BACK = Duration.ofDays(400);
    private static final Duration A_YEAR = Duration.ofDays(366);
    private static final int MOST_MEMBERS = 500_000;

    private final DryRun dryRun;
    private final JourneyCheck check;
    private final Audiences audiences;
    private final Identities identities;
    private final Clock clock;

    DryRunController(DryRun dryRun, JourneyCheck check, Audiences audiences, Identities identities, Clock clock) {
        this.dryRun = dryRun;
        this.check = check;
        this.audiences = audiences;
        this.identities = identities;
        this.clock = clock;
    }

    /**
     * A whole audience on trial.
     *
     * @param definition what the journey would do
     * @param journey the journey it is of, or null
     * @param audience number of a saved audience
     * @param from when it begins, at most 400 days ago
     * @param until when it ends, null for now
     */
    record JourneyDryRun(
            @Schema(implementation = Graph.class) @Nullable JsonNode definition,
            @Nullable Long journey,
            @Nullable Long audience,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * How it would have gone.
     *
     * @param asked how many are in the audience
     * @param events how many events were told again
     * @param withinMinutes what happens within so many minutes counts as at the same moment
     * @param counts how many arrived, wait and passed, node by node
     */
    record JourneyCourse(long asked, int events, long withinMinutes, JourneyCounts counts) {}

    /**
     * One member on trial.
     *
     * @param definition what the journey would do
     * @param journey the journey it is of, or null
     * @param member their number
     * @param at when they come in, at most 400 days ago
     */
    record JourneyTest(
            @Schema(implementation = Graph.class) @Nullable JsonNode definition,
            @Nullable Long journey,
            @Nullable Integer member,
            @Nullable Instant at) {}

    @PostMapping("/dry-run")
    @Operation(
            summary =
                    "How an audience would have gone through a journey, by what its members did; nothing is kept or said")
    JourneyCourse dryRun(@RequestBody JourneyDryRun wish) {
        Instant now = clock.instant();
        Instant from = moment(wish.from(), now);
        Instant until = wish.until() == null || wish.until().isAfter(now) ? now : wish.until();
        if (!from.isBefore(until)) {
            throw Problem.badRequest("journey.dry-run-time", "A dry run ends after it begins.");
        }
        JsonNode definition = definition(wish.definition());
        Graph graph = check.publishable(wish.journey(), definition);
        if (wish.audience() == null) {
            throw Problem.badRequest("journey.entries", "Name a saved audience.");
        }
        RoaringBitmap members = audiences.members(wish.audience(), LONGEST_QUESTION);
        if (members.getLongCardinality() > MOST_MEMBERS) {
            throw Problem.badRequest(
                    "journey.dry-run-large",
                    "A dry run takes at most " + MOST_MEMBERS + " members; take a smaller audience.");
        }
        Course course = dryRun.audience(graph, definition, members, from, until);
        return new JourneyCourse(
                members.getLongCardinality(),
                course.events(),
                course.within().toMinutes(),
                JourneyCounts.of(0, course.counts(), List.of()));
    }

    @PostMapping("/test")
    @Operation(summary = "How one member goes through a journey who comes in at a moment; nothing is kept or said")
    Page<InstanceTimeline> test(@RequestBody JourneyTest wish) {
        Instant now = clock.instant();
        Instant at = moment(wish.at(), now);
        JsonNode definition = definition(wish.definition());
        Graph graph = check.publishable(wish.journey(), definition);
        int member = Objects.requireNonNullElse(wish.member(), 0);
        if (identities.members(List.of(member)).isEmpty()) {
            throw Problem.notFound("member.unknown", "There is no member with the number " + member + ".");
        }
        return new Page<>(
                dryRun.member(graph, definition, member, at, now, now.plus(A_YEAR)).stream()
                        .map(way -> new InstanceTimeline(way.instance(), way.steps()))
                        .toList(),
                null);
    }

    private static Instant moment(@Nullable Instant at, Instant now) {
        if (at == null || at.isAfter(now) || at.isBefore(now.minus(FARTHEST_BACK))) {
            throw Problem.badRequest(
                    "journey.dry-run-time",
                    "Say when it begins: a moment of the last " + FARTHEST_BACK.toDays() + " days.");
        }
        return at;
    }

    private static JsonNode definition(@Nullable JsonNode definition) {
        return definition == null ? NullNode.getInstance() : definition;
    }
}
