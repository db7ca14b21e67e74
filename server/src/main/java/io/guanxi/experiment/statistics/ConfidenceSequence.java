package io.guanxi.experiment.statistics;

/**
 * An interval that holds at every look at once: the asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy and
 * Ramdas, "Time-uniform central limit theory and asymptotic confidence sequences", Annals of Statistics 52 (2024), theorem 2.2.
 *
 * <pre>estimate ± se · √( 2 (t ρ² + 1) / (t ρ²) · ln( √(t ρ² + 1) / α ) )</pre>
 *
 * <p>with t units seen; ρ is chosen to make it narrowest at the planned number of units (their appendix B.2):
 * {@code ρ² = (−2 ln α + ln(−2 ln α + 1)) / t planned}. It is the normal mixture of Robbins (1970) that mSPRT uses as well.
 *
 * @param alpha error allowed over all looks together
 * @param plannedUnits units at which it is narrowest, at least 1
 */
public record ConfidenceSequence(double alpha, double plannedUnits) {

    /** Refuses what is no plan. */
    public ConfidenceSequence {
        if (!(alpha > 0 && alpha < 1) || !(plannedUnits >= 1)) {
            throw new IllegalArgumentException("alpha lies between 0 and 1, planned units are at least 1");
        }
    }

    /** {@return ρ², which makes it narrowest at the planned units} */
    public double rhoSquared() {
        double twice = -2 * Math.log(alpha);
        return (twice + Math.log(twice + 1)) / plannedUnits;
    }

    private double information(double units) {
        return units * rhoSquared();
    }

    /**
     * {@return by how many standard errors it reaches to each side}
     *
     * @param units seen so far, above 0
     */
    public double width(double units) {
        double information = information(units);
        return Math.sqrt(2 * (information + 1) / information * Math.log(Math.sqrt(information + 1) / alpha));
    }

    /**
     * {@return the always-valid p-value: the least alpha whose sequence, with this ρ, leaves 0 out}
     *
     * @param standardErrors the estimate's distance from 0
     * @param units seen so far
     */
    public double pValue(double standardErrors, double units) {
        double information = information(units);
        double log =
                Math.log1p(information) / 2 - standardErrors * standardErrors * information / (2 * (information + 1));
        return Math.min(1, Math.exp(log));
    }
}
