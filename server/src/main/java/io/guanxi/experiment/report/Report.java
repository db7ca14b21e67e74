package io.guanxi.experiment.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.guanxi.experiment.statistics.Effect.Sequence;
import io.guanxi.experiment.statistics.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment came to: health first, then figures. All numbers are finite; what cannot be said is null or a reason.
 *
 * @param population who was counted
 * @param once whether verdicts are by intervals for one look at a size fixed before; else by intervals valid at every look
 * @param alpha error allowed per verdict, before it is shared among arms
 * @param clusters whether communities were counted instead of members
 * @param health whether the figures can be trusted
 * @param metrics the first decides
 * @param madeAt when this was worked out
 * @param seconds how long that took
 */
public record Report(
        Population population,
        boolean once,
        double alpha,
        boolean clusters,
        Health health,
        List<MetricReport> metrics,
        Instant madeAt,
        double seconds) {

    /** Copies. */
    public Report {
        metrics = List.copyOf(metrics);
    }

    /** Who is counted. */
    public enum Population {
        /** Whoever met what the arms differ in, from the first time on. */
        EXPOSED,
        /** Whoever was meant to meet it, from the assignment on: intention to treat. */
        INTENDED,
        /** Whoever is in the file. */
        FILE
    }

    /**
     * Whether the figures can be trusted.
     *
     * @param arms their sizes
     * @param statistic χ² of their sizes
     * @param pValue of χ²; below 0.001 no verdict is given
     * @param blocked whether it is
     * @param findings what is wrong or left out, in words
     */
    public record Health(List<ArmSize> arms, double statistic, double pValue, boolean blocked, List<Finding> findings) {

        /** Copies. */
        public Health {
            arms = List.copyOf(arms);
            findings = List.copyOf(findings);
        }
    }

    /**
     * An arm.
     *
     * @param key its key
     * @param name as people call it
     * @param weight of the split
     * @param members in it
     * @param expected by the weights
     * @param clusters communities in it, or null where members are the units
     */
    public record ArmSize(
            String key,
            String name,
            double weight,
            long members,
            double expected,
            @Nullable Long clusters) {}

    /**
     * Something about the data.
     *
     * @param code stable, e.g. {@code in-two-arms}
     * @param grave whether it makes the figures doubtful
     * @param count how many
     * @param of what it is about, e.g. a metric's name, or null
     * @param members how many members those are of, where that is another number, else null
     * @param currencies which other currencies they are in, with how many each, e.g. {@code USD 3, HKD 1}; else null
     */
    public record Finding(
            String code,
            boolean grave,
            long count,
            @Nullable String of,
            @Nullable Long members,
            @Nullable String currencies) {

        /**
         * What is counted in one unit alone.
         *
         * @param code stable
         * @param grave whether it makes the figures doubtful
         * @param count how many
         * @param of what it is about, or null
         */
        public Finding(String code, boolean grave, long count, @Nullable String of) {
            this(code, grave, count, of, null, null);
        }
    }

    /**
     * One figure of all arms.
     *
     * @param name as people call it
     * @param kind conversion, count, sum, ratio, retention, timeToEvent, or number for a column of a file
     * @param windowDays days after exposure that count, or null for a file
     * @param currency of its money, or null where it is none or not known
     * @param moreIsBetter whether a higher figure is good; null where neither is
     * @param guardRail whether it is only watched
     * @param winsorAt quantile of the outlier treatment, or null
     * @param winsorValue what counts at most, or null
     * @param lookBackDays days before exposure used, 0 for none, or null for a file with such a column
     * @param arms the figure of each arm, with what it is made of
     * @param comparisons of every other arm with the first
     */
    public record MetricReport(
            String name,
            String kind,
            @Nullable Integer windowDays,
            @Nullable String currency,
            @Nullable Boolean moreIsBetter,
            boolean guardRail,
            @Nullable Double winsorAt,
            @Nullable Double winsorValue,
            @Nullable Integer lookBackDays,
            List<ArmFigure> arms,
            List<ArmComparison> comparisons) {

        /** Copies. */
        public MetricReport {
            arms = List.copyOf(arms);
            comparisons = List.copyOf(comparisons);
        }
    }

    /**
     * A figure and its inputs.
     *
     * @param arm key
     * @param units counted: members whose window is closed, or communities
     * @param numerator mean of what is measured, per unit
     * @param denominator mean of what it is measured by, per unit; 1 for a mean over members
     * @param value numerator by denominator, or null where that is 0
     * @param variance over units, or null where there are fewer than two
     * @param error standard error, or null likewise
     * @param before the same figure before exposure, or null
     * @param covariance over units of the figure with that before, or null likewise
     * @param varianceBefore over units of the figure before, or null likewise
     */
    public record ArmFigure(
            String arm,
            long units,
            double numerator,
            double denominator,
            @Nullable Double value,
            @Nullable Double variance,
            @Nullable Double error,
            @Nullable Double before,
            @Nullable Double covariance,
            @Nullable Double varianceBefore) {}

    /**
     * An arm against the control.
     *
     * @param arm key
     * @param verdict in a word
     * @param effect how they differ, or null where they cannot be compared
     * @param qValue of the p-value that decides, among all of the report's
     * @param unwinsorised verdict without the outlier treatment, or null where there is none
     * @param unwinsorisedInputs what that verdict rests on, or null where it cannot be compared or in a report made before that was kept
     * @param overTime the difference with all exposed up to a day, by day
     * @param segments the difference within parts of the members
     * @param uplift whom to treat first, or null without a score
     */
    public record ArmComparison(
            String arm,
            Verdict verdict,
            @Nullable ShownEffect effect,
            @Nullable Double qValue,
            @Nullable Verdict unwinsorised,
            @Nullable EffectInputs unwinsorisedInputs,
            List<DayPoint> overTime,
            List<SegmentEffect> segments,
            @Nullable Uplift uplift) {

        /** Copies. */
        public ArmComparison {
            overTime = List.copyOf(overTime);
            segments = List.copyOf(segments);
        }
    }

    /**
     * Two ends.
     *
     * @param low the lower
     * @param high the higher
     */
    public record Ends(double low, double high) {}

    /**
     * How an arm differs.
     *
     * @param difference absolute
     * @param error its standard error
     * @param degrees of freedom
     * @param pValue for one look
     * @param interval for one look
     * @param alwaysPValue valid at every look
     * @param alwaysInterval valid at every look
     * @param lift relative, or null where the control is not clearly above 0
     * @param liftInterval for one look, or null
     * @param alwaysLiftInterval valid at every look, or null
     * @param theta slope on the figure before, or null without
     * @param varianceRemoved share of variance it took out, or null
     * @param unadjusted difference without it, or null
     * @param adjustment what the figure before is compared with and the arms' figures without it, or null
     * @param sequence what the interval valid at every look is made of, or null in a report made before that was kept
     */
    public record ShownEffect(
            double difference,
            double error,
            double degrees,
            double pValue,
            Ends interval,
            double alwaysPValue,
            Ends alwaysInterval,
            @Nullable Double lift,
            @Nullable Ends liftInterval,
            @Nullable Ends alwaysLiftInterval,
            @Nullable Double theta,
            @Nullable Double varianceRemoved,
            @Nullable Double unadjusted,
            @Nullable ShownAdjustment adjustment,
            @Nullable Sequence sequence) {}

    /**
     * What a look-back does to the arms.
     *
     * @param before the figure before exposure of both arms together
     * @param control the control's figure, adjusted
     * @param treatment the arm's figure, adjusted
     */
    public record ShownAdjustment(double before, double control, double treatment) {}

    /**
     * A day of the cumulative difference.
     *
     * @param day of exposure
     * @param units counted so far, both arms
     * @param difference absolute
     * @param always interval valid at every look
     * @param lift relative, or null where the control is not clearly above 0
     * @param alwaysLift its interval valid at every look, or null likewise
     * @param inputs what it is made of, in a report that was just made; it is kept beside the report ({@link DayInputs})
     */
    public record DayPoint(
            LocalDate day,
            long units,
            double difference,
            Ends always,
            @Nullable Double lift,
            @Nullable Ends alwaysLift,
            @JsonIgnore @Nullable EffectInputs inputs) {}

    /**
     * A part of the members.
     *
     * @param dimension what divides them, e.g. {@code layer}
     * @param value which part, e.g. {@code NEW}
     * @param controls units of the control
     * @param treated units of the arm
     * @param difference absolute
     * @param interval as verdicts are judged: valid at every look, or for one look of a file
     * @param lift relative, or null
     * @param liftInterval likewise, or null
     * @param pValue likewise
     * @param qValue among all parts of this comparison
     * @param inputs what it is made of, or null in a report made before that was kept
     */
    public record SegmentEffect(
            String dimension,
            String value,
            long controls,
            long treated,
            double difference,
            Ends interval,
            @Nullable Double lift,
            @Nullable Ends liftInterval,
            double pValue,
            double qValue,
            @Nullable EffectInputs inputs) {}

    /**
     * What a difference is made of: that within a part of the members, up to a day, or without the outlier treatment.
     *
     * @param control figure of those members in the control
     * @param treatment figure of those members in the arm
     * @param effect how they differ
     */
    public record EffectInputs(ArmFigure control, ArmFigure treatment, ShownEffect effect) {}

    /**
     * Whom to treat first.
     *
     * @param coefficient Qini coefficient, above 0 where the score finds those who react
     * @param points of the curve
     * @param bins what the points are made of, best score first, or null in a report made before that was kept
     */
    public record Uplift(
            double coefficient,
            List<UpliftPoint> points,
            @Nullable List<UpliftBin> bins) {

        /** Copies. */
        public Uplift {
            points = List.copyOf(points);
            bins = bins == null ? null : List.copyOf(bins);
        }
    }

    /**
     * Members with about the same score.
     *
     * @param controls members of the control
     * @param controlYield their figures together
     * @param treated members of the arm
     * @param treatedYield their figures together
     */
    public record UpliftBin(long controls, double controlYield, long treated, double treatedYield) {}

    /**
     * A point of the curve.
     *
     * @param share of the treated, best score first
     * @param gain above control so far, per member treated in all
     */
    public record UpliftPoint(double share, double gain) {}
}
