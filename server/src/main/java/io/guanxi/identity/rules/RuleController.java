package io.guanxi.identity.rules;

import io.guanxi.access.Audit;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Blocked identifier values and limits per kind. Every change counts from the next batch; what is linked stays linked. */
@RestController
@RequestMapping("/api/identifier-rules")
@Tag(name = "Identifier rules")
class RuleController {

    /** The blocked values are read with every batch. */
    private static final int MOST_BLOCKED = 10_000;

    private static final int LONGEST_VALUE = 200;

    private final RuleTable table;
    private final Audit audit;

    RuleController(RuleTable table, Audit audit) {
        this.table = table;
        this.audit = audit;
    }

    /**
     * The rules.
     *
     * @param kinds the listed kinds, the strong ones first; one that is not listed has the limits of {@code user}
     * @param blocked values which name nobody, in small letters
     * @param refusals links that were refused so far
     */
    @Schema(name = "IdentifierRules")
    record Rules(List<KindRule> kinds, List<String> blocked, long refusals) {}

    @Schema(name = "KindLimits")
    record Limits(
            @NotNull @Min(1) @Max(1000) Integer most,
            @NotNull @Min(1) @Max(1000) Integer mostAWeek,
            @Nullable Boolean strong) {}

    @Schema(name = "BlockedValue")
    record Blocked(@NotNull String value) {}

    @GetMapping
    @Operation(summary = "Which values name nobody, and how many of a kind one member may hold")
    Rules rules() {
        return new Rules(table.kinds(), table.blocked(), table.refusals());
    }

    @PutMapping("/kinds/{kind}")
    @Transactional
    @Operation(summary = "Set a kind's limits; strong is only heard for a kind that is not listed yet")
    Rules limit(@PathVariable String kind, @RequestBody @Valid Limits limits) {
        if (!kind.matches("[a-z][a-z0-9_]{0,39}")) {
            throw Problem.badRequest(
                    "identifier-rule.kind-invalid",
                    "A kind is named by up to 40 small letters, digits and _, beginning with a letter.");
        }
        if (limits.mostAWeek() > limits.most()) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "identifier-rule.limits-invalid",
                    "A member cannot get more values in a week than it may hold at all.",
                    List.of(new Problem.Fault(null, "mostAWeek", "must not be above most")));
        }
        boolean strong = limits.strong() == null || limits.strong();
        table.put(new KindRule(kind, strong, limits.most(), limits.mostAWeek()));
        audit.record(
                "identifier-rule.changed",
                "identifier-kind:" + kind,
                Map.of("most", limits.most(), "mostAWeek", limits.mostAWeek()));
        return rules();
    }

    /** The trail names no value: somebody may block what belongs to a person. */
    @PostMapping("/blocked")
    @Transactional
    @Operation(summary = "Block a value: it names nobody from the next batch on")
    Rules block(@RequestBody @Valid Blocked blocked) {
        String value = normal(blocked.value());
        if (value.isEmpty() || value.length() > LONGEST_VALUE) {
            throw Problem.badRequest(
                    "identifier-rule.value-invalid", "A value has 1 to " + LONGEST_VALUE + " characters.");
        }
        if (table.blocked().size() >= MOST_BLOCKED) {
            throw Problem.conflict("identifier-rule.too-many", "At most " + MOST_BLOCKED + " values can be blocked.");
        }
        if (table.block(value)) {
            audit.record("identifier-value.blocked", "identifier-rules:blocked", Map.of("characters", value.length()));
        }
        return rules();
    }

    @DeleteMapping("/blocked")
    @Transactional
    @Operation(summary = "Let a blocked value name people again")
    Rules allow(@RequestParam String value) {
        if (!table.allow(normal(value))) {
            throw Problem.notFound("identifier-rule.value-unknown", "This value is not blocked.");
        }
        audit.record(
                "identifier-value.allowed",
                "identifier-rules:blocked",
                Map.of("characters", normal(value).length()));
        return rules();
    }

    private static String normal(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
