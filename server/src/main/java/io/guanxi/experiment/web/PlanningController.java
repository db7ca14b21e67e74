package io.guanxi.experiment.web;

import io.guanxi.experiment.analysis.Analyses;
import io.guanxi.experiment.analysis.Analyses.Baseline;
import io.guanxi.experiment.assignment.HoldoutPeriod;
import io.guanxi.experiment.assignment.HoldoutPeriods;
import io.guanxi.experiment.design.DefaultMetrics;
import io.guanxi.experiment.design.GuardRail;
import io.guanxi.experiment.design.Metric;
import io.guanxi.experiment.programme.HoldoutLayers;
import io.guanxi.experiment.statistics.Power;
import io.guanxi.experiment.statistics.Power.Expectation;
import io.guanxi.platform.BodyReader;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What comes before an experiment: how many members it needs, and who is held out of everything. */
@RestController
@RequestMapping("/api/experiments")
@Tag(name = "Experiments")
class PlanningController {

    private static final double HOLDOUT = 0.02;

    private final Analyses analyses;
    private final HoldoutPeriods periods;
    private final HoldoutLayers layers;
    private final BodyReader bodies;

    PlanningController(Analyses analyses, HoldoutPeriods periods, HoldoutLayers layers, BodyReader bodies) {
        this.analyses = analyses;
        this.periods = periods;
        this.layers = layers;
        this.bodies = bodies;
    }

    /**
     * What is expected of an experiment.
     *
     * @param mean the control's figure
     * @param variance over members, or null for a rate, whose variance follows from it
     * @param lift the least relative lift worth seeing
     * @param controlShare of all members
     * @param treatmentShare of all members
     * @param perDay members exposed each day
     * @param windowDays of the metric
     * @param alpha error allowed, 0.05 where null
     * @param power chance of seeing what is there, 0.8 where null
     * @param removed share of variance a look-back takes out, 0 where null
     * @param clusterSize members per community, 1 where null
     * @param alike intra-cluster correlation, 0 where null
     * @param arms with the control, 2 where null; several share the error allowed
     */
    record PowerQuestion(
            double mean,
            @Nullable Double variance,
            double lift,
            double controlShare,
            double treatmentShare,
            double perDay,
            int windowDays,
            @Nullable Double alpha,
            @Nullable Double power,
            @Nullable Double removed,
            @Nullable Double clusterSize,
            @Nullable Double alike,
            @Nullable Integer arms) {}

    /**
     * What it needs.
     *
     * @param members of both arms together
     * @param communities of both arms together, where a size of a community was said, else null
     * @param designEffect how many times as many members communities take as members assigned one by one, 1 without
     * @param days until the last window has closed
     * @param detectableIn30Days the relative lift that thirty days of exposure let see
     * @param alpha error allowed of each comparison
     * @param power chance of seeing what is there
     * @param reach c: how many standard errors the sequence reaches at its planned size
     * @param quantile z of the power
     * @param spread v₁/w₁ + v₂/w₂, less what a look-back removes, times the design effect
     */
    record PowerAnswer(
            long members,
            @Nullable Long communities,
            double designEffect,
            long days,
            double detectableIn30Days,
            double alpha,
            double power,
            double reach,
            double quantile,
            double spread) {}

    /**
     * Whose figure is asked for.
     *
     * @param metric which figure
     * @param audience number of the audience, or null for all members
     */
    record BaselineQuestion(Metric metric, @Nullable Long audience) {}

    /**
     * A wanted period of the global holdout.
     *
     * @param share of members held out, 0.02 where null
     * @param fromDay its first day
     * @param untilDay its last day
     */
    record WantedHoldout(@Nullable Double share, LocalDate fromDay, LocalDate untilDay) {}

    /**
     * A period of the global holdout.
     *
     * @param id its number
     * @param share of members held out
     * @param fromDay its first day
     * @param untilDay its last day
     */
    record ShownHoldout(long id, double share, LocalDate fromDay, LocalDate untilDay) {

        static ShownHoldout of(HoldoutPeriod period) {
            return new ShownHoldout(period.id(), period.share(), period.fromDay(), period.untilDay());
        }
    }

    @PostMapping("/power")
    @Operation(summary = "How many members and days an experiment needs")
    PowerAnswer power(@RequestBody @Schema(implementation = PowerQuestion.class) JsonNode body) {
        PowerQuestion question = bodies.read(body, PowerQuestion.class, "experiment.power-invalid");
        try {
            Double variance = question.variance();
            Expectation expected = new Expectation(
                    question.mean(),
                    variance == null ? -1 : nonNegative(variance),
                    question.lift(),
                    question.controlShare(),
                    question.treatmentShare(),
                    or(question.removed(), 0),
                    or(question.clusterSize(), 1),
                    or(question.alike(), 0));
            Power power = new Power(
                    or(question.alpha(), 0.05),
                    or(question.power(), 0.8),
                    question.arms() == null ? 2 : question.arms());
            long members = power.units(expected);
            long inAMonth = Math.max(1, Math.round(30 * question.perDay()));
            return new PowerAnswer(
                    members,
                    question.clusterSize() == null ? null : (long) Math.ceil(members / expected.clusterSize()),
                    expected.designEffect(),
                    Power.days(members, question.perDay(), question.windowDays()),
                    power.detectable(expected, inAMonth),
                    power.alpha() / (power.arms() - 1),
                    power.power(),
                    power.reach(),
                    power.quantile(),
                    expected.spread());
        } catch (IllegalArgumentException e) {
            String said = String.valueOf(e.getMessage());
            throw Problem.badRequest(
                    "experiment.power-invalid", Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".");
        }
    }

    private static double nonNegative(double variance) {
        if (!(variance >= 0)) {
            throw new IllegalArgumentException("a variance is not below 0");
        }
        return variance;
    }

    private static double or(@Nullable Double given, double otherwise) {
        return given == null ? otherwise : given;
    }

    @PostMapping("/baseline")
    @Operation(summary = "What a figure was in its last closed window, to plan with")
    Baseline baseline(@RequestBody @Schema(implementation = BaselineQuestion.class) JsonNode body) {
        BaselineQuestion question = bodies.read(body, BaselineQuestion.class, "experiment.baseline-invalid");
        return analyses.baseline(question.metric(), question.audience());
    }

    @GetMapping("/guard-rails")
    @Operation(summary = "Ready-made guard rails: opt-outs, complaints, blocked; put them into a design as they are")
    Page<GuardRail> guardRails() {
        return new Page<>(DefaultMetrics.guardRails(), null);
    }

    @GetMapping("/holdout")
    @Operation(summary = "Periods of the global holdout, the latest first")
    Page<ShownHoldout> holdouts() {
        return new Page<>(periods.all().stream().map(ShownHoldout::of).toList(), null);
    }

    @PostMapping("/holdout")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Plan a period of the global holdout")
    ShownHoldout plan(@RequestBody @Schema(implementation = WantedHoldout.class) JsonNode body) {
        WantedHoldout wanted = bodies.read(body, WantedHoldout.class, "holdout.invalid");
        HoldoutPeriod planned = periods.plan(or(wanted.share(), HOLDOUT), wanted.fromDay(), wanted.untilDay());
        layers.note(); // of one that begins today at once, before anything is done
        return ShownHoldout.of(planned);
    }

    @DeleteMapping("/holdout/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a period with yesterday, or forget one that begins today or later")
    void end(@PathVariable long id) {
        periods.end(id);
    }
}
