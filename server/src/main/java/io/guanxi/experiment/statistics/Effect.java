package io.guanxi.experiment.statistics;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an arm differs from the control by one figure.
 *
 * @param control the control's figure
 * @param treatment the arm's figure
 * @param controlError its standard error
 * @param treatmentError its standard error
 * @param difference the arm's less the control's, adjusted where there is a look-back
 * @param error standard error of the difference
 * @param degrees of freedom by Welch and Satterthwaite
 * @param pValue two-sided, for one look at the end
 * @param interval of the difference, for one look at the end
 * @param alwaysPValue the same, valid at every look
 * @param alwaysInterval the same, valid at every look
 * @param lift the difference relative to the control, or null where the control is not clearly above 0
 * @param adjustment what the look-back took out, or null without one
 * @param sequence what the interval valid at every look is made of
 */
public record Effect(
        double control,
        double treatment,
        double controlError,
        double treatmentError,
        double difference,
        double error,
        double degrees,
        double pValue,
        Interval interval,
        double alwaysPValue,
        Interval alwaysInterval,
        @Nullable Lift lift,
        @Nullable Adjustment adjustment,
        Sequence sequence) {

    /**
     * {@return the p-value that decides}
     *
     * @param once whether there is but one look, at a size fixed before
     */
    public double pValue(boolean once) {
        return once ? pValue : alwaysPValue;
    }

    /**
     * {@return the interval that decides}
     *
     * @param once whether there is but one look, at a size fixed before
     */
    public Interval interval(boolean once) {
        return once ? interval : alwaysInterval;
    }

    /**
     * A relative difference, by the delta method.
     *
     * @param value e.g. 0.05 for five per cent more
     * @param error its standard error
     * @param interval for one look at the end
     * @param alwaysInterval valid at every look
     */
    public record Lift(double value, double error, Interval interval, Interval alwaysInterval) {

        /**
         * {@return the interval that decides}
         *
         * @param once whether there is but one look, at a size fixed before
         */
        public Interval interval(boolean once) {
            return once ? interval : alwaysInterval;
        }
    }

    /**
     * What the figure before exposure explains (CUPED).
     *
     * @param theta slope of the figure on the figure before
     * @param removed share of the variance it took out, 0 to 1
     * @param unadjusted the difference without it
     * @param before the figure before exposure of both arms together
     */
    public record Adjustment(double theta, double removed, double unadjusted, double before) {}

    /**
     * What the interval valid at every look is made of.
     *
     * @param alpha error allowed of this comparison
     * @param units seen so far, of both arms
     * @param plannedUnits of both arms, at which it is narrowest
     * @param rhoSquared ρ² of the sequence
     * @param quantile of Student's t for one look at this alpha
     * @param normal the normal distribution's
     * @param width by how many standard errors the interval reaches to each side
     */
    @Schema(name = "ShownSequence")
    public record Sequence(
            double alpha,
            double units,
            double plannedUnits,
            double rhoSquared,
            double quantile,
            double normal,
            double width) {}
}
