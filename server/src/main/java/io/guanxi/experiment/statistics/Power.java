package io.guanxi.experiment.statistics;

/**
 * How many units, and how long, before anything is begun that will be looked at every day.
 *
 * <p>{@code n = (c + z(power))² · (v_c/w_c + v_t/w_t) / (μ · lift)²}, with w the arms' shares of all units and c the standard
 * errors that the {@link ConfidenceSequence} reaches at its planned size; for one look c would be {@code z(1−α/2)}. Several arms
 * share α. A lift may be seen before all n are in, so the power is a little more than what was asked for. The variance of a rate
 * is {@code p (1 − p)} at each arm's own rate. Units of one cluster are alike: n grows by {@code 1 + (m − 1) · ICC} (Donner and
 * Klar, 2000).
 *
 * @param alpha error allowed of the first kind, e.g. 0.05
 * @param power chance of seeing a lift that is there, e.g. 0.8
 * @param arms with the control, at least 2
 */
public record Power(double alpha, double power, int arms) {

    private static final double MOST_UNITS = 1e12;
    private static final double MOST_DAYS = 36_500;

    /** Refuses what is no plan. */
    public Power {
        if (!(alpha > 0 && alpha < 0.5) || !(power > 0.5 && power < 1)) {
            throw new IllegalArgumentException("alpha lies between 0 and 0.5, power between 0.5 and 1");
        }
        if (arms < 2 || arms > 10) {
            throw new IllegalArgumentException("an experiment has 2 to 10 arms");
        }
    }

    /**
     * What is expected.
     *
     * @param mean the control's figure, not 0
     * @param variance of the figure over units, or negative for a rate, whose variance follows from its mean
     * @param lift the least relative lift worth seeing, not 0
     * @param controlShare of all units
     * @param treatmentShare of all units
     * @param removed share of variance a look-back takes out, 0 to below 1
     * @param clusterSize members per cluster, 1 without clusters
     * @param alike intra-cluster correlation, 0 to 1
     */
    public record Expectation(
            double mean,
            double variance,
            double lift,
            double controlShare,
            double treatmentShare,
            double removed,
            double clusterSize,
            double alike) {

        /** Refuses what cannot be planned with. */
        public Expectation {
            if (mean == 0 || lift == 0 || !Double.isFinite(mean) || !Double.isFinite(lift)) {
                throw new IllegalArgumentException("a mean and a lift other than 0 are needed");
            }
            if (!Double.isFinite(variance) || !Double.isFinite(clusterSize)) {
                throw new IllegalArgumentException("variance and size of a cluster are numbers");
            }
            if (!(controlShare > 0) || !(treatmentShare > 0) || controlShare + treatmentShare > 1 + 1e-9) {
                throw new IllegalArgumentException("shares of arms are above 0 and together at most 1");
            }
            if (!(removed >= 0 && removed < 1) || !(clusterSize >= 1) || !(alike >= 0 && alike <= 1)) {
                throw new IllegalArgumentException(
                        "what a look-back removes lies from 0 to below 1, a cluster has at least 1, alike lies from 0 to 1");
            }
            double treated = mean * (1 + lift);
            if (variance < 0 && !(mean < 1 && mean > 0 && treated < 1 && treated > 0)) {
                throw new IllegalArgumentException("a rate lies between 0 and 1, with the lift too");
            }
        }

        /** {@return v_c/w_c + v_t/w_t, less what a look-back removes, times the design effect} */
        public double spread() {
            double treated = mean * (1 + lift);
            double first = variance < 0 ? mean * (1 - mean) : variance;
            double second = variance < 0 ? treated * (1 - treated) : variance;
            return (first / controlShare + second / treatmentShare) * (1 - removed) * designEffect();
        }

        /** {@return how many times as many members it takes because those of a community are alike} */
        public double designEffect() {
            return 1 + (clusterSize - 1) * alike;
        }
    }

    private double distance() {
        return reach() + quantile();
    }

    /** {@return c: how many standard errors the sequence reaches at its planned size, whatever that is} */
    public double reach() {
        return new ConfidenceSequence(alpha / (arms - 1), 1).width(1);
    }

    /** {@return z of the power: so many standard errors more to see it that often} */
    public double quantile() {
        return new Normal().quantile(power);
    }

    /**
     * {@return members of all arms together}
     *
     * @param expected what is expected
     */
    public long units(Expectation expected) {
        double distance = distance() / (expected.mean() * expected.lift());
        double units = distance * distance * expected.spread();
        if (!(units <= MOST_UNITS)) {
            throw new IllegalArgumentException("so small a lift cannot be seen with any number of members");
        }
        return (long) Math.ceil(Math.round(units * 1e6) / 1e6);
    }

    /**
     * {@return the relative lift that so many members let see}
     *
     * @param expected what is expected; its lift counts only for the variance of a rate
     * @param units members of all arms together
     */
    public double detectable(Expectation expected, long units) {
        return distance() * Math.sqrt(expected.spread() / units) / Math.abs(expected.mean());
    }

    /**
     * {@return days until the last window of the last member needed has closed}
     *
     * @param units members needed
     * @param perDay members exposed each day, above 0
     * @param windowDays of the metric
     */
    public static long days(long units, double perDay, int windowDays) {
        if (!(perDay > 0)) {
            throw new IllegalArgumentException("somebody has to be exposed each day");
        }
        if (windowDays < 1 || windowDays > 365) {
            throw new IllegalArgumentException("a metric's window has 1 to 365 days");
        }
        double days = Math.ceil(units / perDay) + windowDays;
        if (!(days <= MOST_DAYS)) {
            throw new IllegalArgumentException("with so few members a day it would take more than a hundred years");
        }
        return (long) days;
    }
}
