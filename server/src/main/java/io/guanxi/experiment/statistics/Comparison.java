package io.guanxi.experiment.statistics;

import io.guanxi.experiment.statistics.Effect.Adjustment;
import io.guanxi.experiment.statistics.Effect.Lift;
import io.guanxi.experiment.statistics.Effect.Sequence;
import io.guanxi.experiment.statistics.Outcome.Compared;
import io.guanxi.experiment.statistics.Outcome.NotComparable;
import io.guanxi.experiment.statistics.Outcome.Reason;
import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Compares an arm with the control.
 *
 * <p>The difference of two independent figures has the variance {@code v₁/n₁ + v₂/n₂}, where v is the variance over units of
 * {@code (y − R x)/x̄}: plain variance for a mean, the delta method for a ratio (Deng, Knoblich and Lu, KDD 2018), and robust
 * for clusters, whose totals are the units. Degrees of freedom by Welch (1947) and Satterthwaite (1946). The relative lift has
 * {@code v(t)/c² + t² v(c)/c⁴} by the delta method. With a look-back, CUPED (Deng, Xu, Kohavi and Walker, WSDM 2013): from each
 * arm's figure goes {@code θ (figure before − figure before of all)}, θ the pooled slope. That θ is found in the same units costs a
 * degree of freedom and is less sure the further apart the arms were before: the variance is that of the analysis of covariance,
 * {@code k = (N−2)/(N−3) · (1 + (difference before)² / (SS₀ (1/n₁ + 1/n₂)))} times what is left, N = n₁ + n₂ and SS₀ the sum of
 * squares before within the arms. With a few communities that is much, with thousands of members nothing.
 *
 * @param alpha error allowed, e.g. 0.05; divided by the number of arms compared where there are several
 * @param plannedUnits units of both arms together that are planned
 * @param lookBack whether figures before exposure are used
 * @param clusters whether units are clusters
 */
public record Comparison(double alpha, double plannedUnits, boolean lookBack, boolean clusters) {

    /** Not so many standard errors above 0, a control is nothing to divide by. */
    private static final double LEAST_CONTROL = 3;

    /** Of the variance a look-back leaves at least so much, or it is not used. */
    private static final double LEAST_LEFT = 1e-10;

    private record Arm(long n, double value, double variance) {

        double squaredError() {
            return variance / n;
        }
    }

    /**
     * {@return how an arm differs}
     *
     * @param control the control's moments
     * @param treatment the arm's moments
     */
    public Outcome of(Moments control, Moments treatment) {
        Reason reason = reason(control, treatment);
        if (reason != null) {
            return new NotComparable(reason);
        }
        Slope slope = lookBack && control.hasBefore() && treatment.hasBefore() ? slope(control, treatment) : null;
        double plain = plainError(control) + plainError(treatment);
        if (slope != null && !(squaredError(control, treatment, slope) > LEAST_LEFT * plain)) {
            slope = null; // what went before is the figure itself; what is left of it is rounding, and no spread to
            // judge by
        }
        Arm first = arm(control, slope);
        Arm second = arm(treatment, slope);
        double squared = squaredError(control, treatment, slope);
        double size = Math.max(Math.abs(first.value()), Math.abs(second.value()));
        if (!(Math.sqrt(squared) > 1e-12 * size)) { // rounding, or nothing at all
            return new NotComparable(Reason.ZERO_VARIANCE);
        }
        double raw = treatment.ratio() - control.ratio();
        double removed = slope == null ? 0 : 1 - squared / plain;
        return new Compared(effect(
                first,
                second,
                Math.sqrt(squared),
                slope == null ? 1 : slope.degrees(),
                slope == null ? null : new Adjustment(slope.theta(), Math.clamp(removed, 0, 1), raw, slope.before())));
    }

    private @Nullable Reason reason(Moments control, Moments treatment) {
        long least = Math.min(control.n(), treatment.n());
        if (least == 0) {
            return Reason.EMPTY_ARM;
        }
        if (least == 1) {
            return clusters ? Reason.ONE_CLUSTER : Reason.ONE_MEMBER;
        }
        return control.denominator() > 0 && treatment.denominator() > 0 ? null : Reason.ZERO_DENOMINATOR;
    }

    /** The share of the degrees of freedom that θ leaves. */
    private Effect effect(Arm control, Arm treatment, double error, double share, @Nullable Adjustment adjustment) {
        double difference = treatment.value() - control.value();
        double degrees = degrees(control, treatment) * share;
        TDistribution t = new TDistribution(degrees);
        double quantile = t.inverseCumulativeProbability(1 - alpha / 2);
        double distance = Math.abs(difference) / error;
        ConfidenceSequence sequence = new ConfidenceSequence(alpha, plannedUnits);
        double units = (double) control.n() + treatment.n();
        // A few units are spread like t, not like the normal distribution the sequence is made for.
        double normal = NORMAL.quantile(1 - alpha / 2);
        double width = sequence.width(units) * quantile / normal;
        return new Effect(
                control.value(),
                treatment.value(),
                Math.sqrt(control.squaredError()),
                Math.sqrt(treatment.squaredError()),
                difference,
                error,
                degrees,
                2 * t.cumulativeProbability(-distance),
                Interval.around(difference, quantile * error),
                sequence.pValue(distance * normal / quantile, units),
                Interval.around(difference, width * error),
                lift(control, treatment, quantile, width),
                adjustment,
                new Sequence(alpha, units, plannedUnits, sequence.rhoSquared(), quantile, normal, width));
    }

    private static final Normal NORMAL = new Normal();

    private static double degrees(Arm control, Arm treatment) {
        double first = control.squaredError();
        double second = treatment.squaredError();
        double sum = first + second;
        return sum * sum / (first * first / (control.n() - 1) + second * second / (treatment.n() - 1));
    }

    private static @Nullable Lift lift(Arm control, Arm treatment, double quantile, double width) {
        double base = control.value();
        if (!(base > LEAST_CONTROL * Math.sqrt(control.squaredError()))) {
            return null;
        }
        double ratio = treatment.value() / base;
        double error = Math.sqrt(treatment.squaredError() + ratio * ratio * control.squaredError()) / base;
        double value = ratio - 1;
        return new Lift(value, error, Interval.around(value, quantile * error), Interval.around(value, width * error));
    }

    /**
     * What is taken out.
     *
     * @param theta slope of both arms together
     * @param before the figure before of both arms together
     * @param inflation k: by how much the variance is more because θ is not known but found
     * @param degrees share of the degrees of freedom that are left
     */
    private record Slope(double theta, double before, double inflation, double degrees) {}

    private static Slope slope(Moments control, Moments treatment) {
        double weight = control.n() - 1.0;
        double other = treatment.n() - 1.0;
        double squares = weight * control.varianceBefore() + other * treatment.varianceBefore();
        double theta = (weight * control.covariance() + other * treatment.covariance()) / squares;
        double apart = treatment.ratioBefore() - control.ratioBefore();
        double spread = squares * (1.0 / control.n() + 1.0 / treatment.n());
        double left = (weight + other - 1) / (weight + other);
        return new Slope(theta, control.plus(treatment).ratioBefore(), (1 + apart * apart / spread) / left, left);
    }

    private static Arm arm(Moments moments, @Nullable Slope slope) {
        if (slope == null) {
            return new Arm(moments.n(), moments.ratio(), Math.max(0, moments.variance()));
        }
        double theta = slope.theta();
        double variance =
                moments.variance() - 2 * theta * moments.covariance() + theta * theta * moments.varianceBefore();
        double value = moments.ratio() - theta * (moments.ratioBefore() - slope.before());
        return new Arm(moments.n(), value, Math.max(0, variance) * slope.inflation());
    }

    private static double squaredError(Moments control, Moments treatment, @Nullable Slope slope) {
        return arm(control, slope).squaredError() + arm(treatment, slope).squaredError();
    }

    private static double plainError(Moments moments) {
        return Math.max(0, moments.variance()) / moments.n();
    }
}
