package io.guanxi.community.web;

import io.guanxi.access.Audit;
import io.guanxi.community.CommunityId;
import io.guanxi.community.CommunityStage;
import io.guanxi.community.GoldenRule;
import io.guanxi.community.figures.CommunityFigures;
import io.guanxi.community.figures.ForecastError;
import io.guanxi.community.figures.LifePoint;
import io.guanxi.community.registry.CommunityRegistry;
import io.guanxi.community.registry.RegisteredCommunity;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Communities: what they are worth, how they age, who carries them, what people call them. */
@RestController
@RequestMapping("/api/communities")
@Tag(name = "Communities")
class CommunityController {

    private final CommunityBook book;
    private final CommunityRegistry registry;
    private final CommunityFigures figures;
    private final Audit audit;

    CommunityController(CommunityBook book, CommunityRegistry registry, CommunityFigures figures, Audit audit) {
        this.book = book;
        this.registry = registry;
        this.figures = figures;
        this.audit = audit;
    }

    @Schema(name = "CommunityNewcomer")
    record Newcomer(
            @NotBlank @Size(max = 200) String key,
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 100) String kind,
            @Nullable @Size(max = 200) String owner,
            @Nullable LocalDate created,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> tags) {}

    @Schema(name = "CommunityChange")
    record Change(
            @Nullable @Size(min = 1, max = 200) String name,
            @Nullable @Size(max = 100) String kind,
            @Nullable @Size(max = 200) String owner,
            @Nullable LocalDate created,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> tags) {}

    record NewRule(
            @NotNull GoldenRule.Kind kind,
            @NotNull @DecimalMin("0") @DecimalMax("100") Double line,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double activityLine) {}

    record LifeCurve(@Nullable LocalDate asOf, List<LifePoint> points, List<ForecastError> errors) {}

    @GetMapping
    @Operation(summary = "Communities, the most valuable first")
    Page<CommunitySummary> all(
            @RequestParam(defaultValue = "-value") String sort,
            @RequestParam @Nullable CommunityStage stage,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam @Nullable String cursor) {
        return book.page(new CommunityBook.Question(sort, stage, q, limit), cursor);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A community with its weeks, life curve, forecasts and contributors")
    CommunityReport one(@PathVariable String id) {
        CommunityReport report = book.report(CommunityId.of(id));
        audit.viewedList("community.viewed", "community:" + CommunityId.of(id).text(), Map.of());
        return report;
    }

    @GetMapping("/{id}/explain")
    @Operation(summary = "A community's value, member by member")
    CommunityExplanation explain(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(defaultValue = "0") @Min(0) long cursor) {
        CommunityExplanation explanation = book.explain(CommunityId.of(id), cursor, limit);
        audit.viewedList("community.viewed", "community:" + CommunityId.of(id).text(), Map.of("from", cursor));
        return explanation;
    }

    @GetMapping("/life-curve")
    @Operation(summary = "The life curve of all communities, and how wrong the forecasts were")
    LifeCurve lifeCurve() {
        return figures.asOf()
                .map(asOf -> new LifeCurve(asOf, figures.lifeCurve(null), figures.errors()))
                .orElse(new LifeCurve(null, List.of(), List.of()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a community")
    CommunityReport add(@RequestBody @Valid Newcomer newcomer) {
        CommunityId id = new CommunityId(newcomer.key());
        boolean added = registry.add(new RegisteredCommunity(
                newcomer.key(),
                newcomer.name() == null ? newcomer.key() : newcomer.name(),
                newcomer.kind(),
                newcomer.owner(),
                newcomer.created(),
                newcomer.tags() == null ? List.of() : newcomer.tags()));
        if (!added) {
            throw Problem.conflict("community.exists", "A community of this key is registered; change it by PATCH.");
        }
        audit.record("community.registered", "community:" + id.text(), Map.of());
        return book.report(id);
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change what is said about a community")
    CommunityReport change(@PathVariable String id, @RequestBody @Valid Change change) {
        CommunityId community = CommunityId.of(id);
        CommunitySummary before = book.report(community).summary();
        registry.put(new RegisteredCommunity(
                community.key(),
                change.name() == null ? before.name() : change.name(),
                said(change.kind(), before.kind()),
                said(change.owner(), before.owner()),
                change.created() == null ? registeredDay(community) : change.created(),
                change.tags() == null ? before.tags() : change.tags()));
        audit.record("community.changed", "community:" + community.text(), Map.of());
        return book.report(community);
    }

    /** What is left out stays, what is blank is taken back. */
    private static @Nullable String said(@Nullable String now, @Nullable String before) {
        return now == null ? before : now.isBlank() ? null : now.strip();
    }

    private @Nullable LocalDate registeredDay(CommunityId community) {
        return registry.find(community.key()).map(RegisteredCommunity::created).orElse(null);
    }

    @GetMapping("/rule")
    @Operation(summary = "What divides golden from silver")
    RuleInForce rule() {
        return RuleInForce.of(registry.rule(), figures.asOf().isPresent() ? figures.goldenLine() : null);
    }

    @GetMapping("/rule/preview")
    @Operation(summary = "What a rule would divide, on the values of the last run")
    RulePreview preview(
            @RequestParam GoldenRule.Kind kind,
            @RequestParam double line,
            @RequestParam(required = false) @Nullable Double activityLine) {
        return book.preview(rule(kind, line, activityLine));
    }

    @PutMapping("/rule")
    @Operation(summary = "Change what divides golden from silver, from the next run on")
    RuleInForce change(@RequestBody @Valid NewRule rule) {
        registry.change(rule(rule.kind(), rule.line(), rule.activityLine()));
        audit.record("community.rule-changed", "community-rule:1", Map.of("kind", rule.kind(), "line", rule.line()));
        return rule();
    }

    /** An activity line that is not given stays as it is. */
    private GoldenRule rule(GoldenRule.Kind kind, double line, @Nullable Double activityLine) {
        try {
            return new GoldenRule(
                    kind, line, activityLine == null ? registry.rule().activityLine() : activityLine);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("community.rule-invalid", String.valueOf(e.getMessage()));
        }
    }
}
