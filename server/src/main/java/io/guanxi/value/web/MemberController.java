package io.guanxi.value.web;

import io.guanxi.access.Audit;
import io.guanxi.identity.Identities;
import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.guanxi.platform.Problem;
import io.guanxi.value.member.Explanation;
import io.guanxi.value.member.Explanations;
import io.guanxi.value.member.MemberCard;
import io.guanxi.value.member.MemberCards;
import io.guanxi.value.member.MemberScores;
import io.guanxi.value.member.Place;
import io.guanxi.value.member.ScoredEvent;
import io.guanxi.value.member.ScoredEvents;
import io.guanxi.value.member.Timeline;
import io.guanxi.value.member.TimelineEvent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members with their value, and the reason for it. */
@RestController
@RequestMapping("/api/members")
@Tag(name = "Members")
class MemberController {

    private final MemberList list;
    private final MemberScores scores;
    private final MemberCards cards;
    private final Timeline timeline;
    private final Explanations explanations;
    private final ScoredEvents scoredEvents;
    private final Identities identities;
    private final Audit audit;

    MemberController(
            MemberList list,
            MemberScores scores,
            MemberCards cards,
            Timeline timeline,
            Explanations explanations,
            ScoredEvents scoredEvents,
            Identities identities,
            Audit audit) {
        this.list = list;
        this.scores = scores;
        this.cards = cards;
        this.timeline = timeline;
        this.explanations = explanations;
        this.scoredEvents = scoredEvents;
        this.identities = identities;
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "Members as the last run found them, in order")
    Page<MemberCard> page(@ParameterObject MemberParameters parameters, HttpServletRequest request) {
        int limit = Parameters.limit(parameters.limit() == null ? 50 : parameters.limit());
        Place after = parameters.place();
        MemberList.Found found = list.page(list.question(parameters), parameters.order(), after, limit);
        List<String> asked = request.getParameterMap().keySet().stream()
                .filter(name -> !name.equals("limit") && !name.equals("cursor"))
                .sorted()
                .toList();
        audit.viewedList(
                "members.viewed", "members:0", Map.of("members", found.cards().size(), "askedBy", asked));
        return new Page<>(
                found.cards(), found.next() == null ? null : found.next().cursor());
    }

    @GetMapping("/{no}")
    @Operation(summary = "A member; a merged number answers its survivor")
    MemberCard member(@PathVariable int no) {
        return card(live(no));
    }

    @GetMapping("/by/{kind}/{key}")
    @Operation(summary = "The member who is known by an identifier")
    MemberCard member(@PathVariable String kind, @PathVariable String key) {
        return card(known(kind, key));
    }

    private MemberCard card(int no) {
        audit.viewed("member:" + no);
        return cards.of(no, scores.find(no)).orElseThrow(() -> unknown(no));
    }

    @GetMapping("/{no}/timeline")
    @Operation(summary = "A member's events, newest first; those acknowledged seconds ago are among them")
    Page<TimelineEvent> timeline(
            @PathVariable int no,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String before,
            @Parameter(description = "only events of these names, separated by commas")
                    @RequestParam(required = false)
                    @Nullable
                    String events,
            @Parameter(description = "only events from this moment on") @RequestParam(required = false) @Nullable
                    Instant since) {
        int live = live(no);
        audit.viewed("member:" + live);
        int most = Parameters.limit(limit);
        List<TimelineEvent> found = timeline.before(
                live,
                Moments.of(before),
                Parameters.moment("since", since),
                Parameters.names("events", events),
                most + 1);
        List<TimelineEvent> shown = found.subList(0, Math.min(most, found.size()));
        return new Page<>(shown, found.size() > most ? Moments.cursor(Timeline.Moment.of(shown.getLast())) : null);
    }

    @GetMapping("/by/{kind}/{key}/timeline")
    @Operation(summary = "The same for the member who is known by an identifier")
    Page<TimelineEvent> timeline(
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String events,
            @RequestParam(required = false) @Nullable Instant since) {
        return timeline(known(kind, key), limit, before, events, since);
    }

    @GetMapping("/{no}/explain")
    @Operation(summary = "Why a member has this value, stage, layer and level")
    Explanation explain(@PathVariable int no) {
        int live = live(no);
        audit.viewed("member:" + live);
        return explanations.of(live);
    }

    @GetMapping("/by/{kind}/{key}/explain")
    @Operation(summary = "The same for the member who is known by an identifier")
    Explanation explain(@PathVariable String kind, @PathVariable String key) {
        return explain(known(kind, key));
    }

    @GetMapping("/{no}/explain/events")
    @Operation(summary = "What each single event of one name counts for, newest first; they add up to that name's raw")
    Page<ScoredEvent> events(
            @PathVariable int no,
            @RequestParam String event,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int live = live(no);
        audit.viewed("member:" + live);
        int most = Parameters.limit(limit);
        List<ScoredEvent> found = scoredEvents.before(live, event, Moments.of("cursor", cursor), most + 1);
        if (found.size() <= most) {
            return new Page<>(found, null);
        }
        List<ScoredEvent> shown = found.subList(0, most);
        return new Page<>(
                shown,
                Moments.cursor(new Timeline.Moment(
                        shown.getLast().ts(), shown.getLast().eventId())));
    }

    @GetMapping("/by/{kind}/{key}/explain/events")
    @Operation(summary = "The same for the member who is known by an identifier")
    Page<ScoredEvent> events(
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam String event,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return events(known(kind, key), event, limit, cursor);
    }

    private int known(String kind, String key) {
        return identities
                .find(kind, key)
                .orElseThrow(() -> Problem.notFound(
                        "member.unknown", "No member is known by this " + kind + "; look at its spelling."));
    }

    private int live(int no) {
        return identities.survivorOf(no).orElseThrow(() -> unknown(no));
    }

    static Problem unknown(int no) {
        return Problem.notFound("member.unknown", "There is no member with the number " + no + ".");
    }
}
