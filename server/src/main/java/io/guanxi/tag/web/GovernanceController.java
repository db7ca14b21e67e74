package io.guanxi.tag.web;

import io.guanxi.platform.Bounds;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Parameters;
import io.guanxi.platform.RunningQuestions;
import io.guanxi.tag.governance.TagGovernance;
import io.guanxi.tag.governance.TagQuestion;
import io.guanxi.tag.governance.TagStanding;
import io.guanxi.tag.governance.TagTrials;
import io.guanxi.tag.governance.TagTryout;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How good tags are. */
@RestController
@RequestMapping("/api/tags")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Tags")
class GovernanceController {

    private static final int MOST_DAYS = 180;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final BigDecimal MOST_AMOUNT = new BigDecimal("1000000000000");

    private final TagStanding governance;
    private final TagTryout trials;
    private final Brand brand;
    private final Clock clock;
    private final RunningQuestions questions;

    GovernanceController(
            TagStanding governance, TagTryout trials, Brand brand, Clock clock, RunningQuestions questions) {
        this.governance = governance;
        this.trials = trials;
        this.brand = brand;
        this.clock = clock;
        this.questions = questions;
    }

    @GetMapping("/governance")
    @Operation(summary = "How tags stand: coverage, freshness, unused ones, pairs that may be one")
    TagGovernance governance(@RequestParam(required = false) @Nullable String token) {
        Bounds limit = new Bounds(LONGEST, TagStanding.BOUNDED);
        return questions.ask(token, limit, () -> governance.now(limit));
    }

    @GetMapping("/trials")
    @Operation(
            summary =
                    "Whether tags work: tags as carried on the split day against what members did in the days after it")
    TagTrials trials(
            @RequestParam(defaultValue = "Order Completed") String event,
            @RequestParam(defaultValue = "1") int atLeast,
            @RequestParam(defaultValue = "0") BigDecimal amount,
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(required = false) @Nullable LocalDate splitDay,
            @RequestParam(required = false) @Nullable String token) {
        if (days < 1 || days > MOST_DAYS) {
            throw Parameters.fault("days", "is " + days + "; it must be from 1 to " + MOST_DAYS);
        }
        if (atLeast < 1) {
            throw Parameters.fault("atLeast", "is " + atLeast + "; it must be from 1");
        }
        if (amount.signum() < 0
                || amount.compareTo(MOST_AMOUNT) > 0
                || amount.stripTrailingZeros().scale() > 2) {
            throw Parameters.fault("amount", "must be from 0 to " + MOST_AMOUNT + ", with two decimals at most");
        }
        LocalDate split = splitDay == null ? brand.dayOf(clock.instant()).minusDays(days + 1L) : splitDay;
        TagQuestion question = new TagQuestion(Parameters.words("event", event, 1, 200), atLeast, amount, split, days);
        Bounds limit = new Bounds(LONGEST, TagTryout.BOUNDED);
        return questions.ask(token, limit, () -> trials.of(question, limit));
    }
}
