package io.guanxi.audience.compare;

import org.hipparchus.special.Erf;

/**
 * Compares the share of a property within an audience with its share among all others, whom the audience does not contain:
 * the two-sided z-test of two proportions with the pooled share.
 */
final class Proportions {

    /** Cochran's rule: below so many expected in any of the four cells the normal distribution is no good. */
    static final double LEAST_EXPECTED = 5;

    private Proportions() {}

    /**
     * {@return z, positive where the share within is higher; NaN where the counts are too small to tell}
     *
     * @param inside how many of the audience have the property
     * @param members how many are in the audience
     * @param having how many of everybody have it
     * @param everybody how many there are
     */
    static double z(long inside, long members, long having, long everybody) {
        long others = everybody - members;
        if (members <= 0 || others <= 0) {
            return Double.NaN;
        }
        double pooled = (double) having / everybody;
        double rarest = Math.min(members, others) * Math.min(pooled, 1 - pooled);
        if (rarest < LEAST_EXPECTED) {
            return Double.NaN;
        }
        double difference = (double) inside / members - (double) (having - inside) / others;
        return difference / Math.sqrt(pooled * (1 - pooled) * (1.0 / members + 1.0 / others));
    }

    /** {@return the two-sided p-value of z} */
    static double pValue(double z) {
        return Erf.erfc(Math.abs(z) / Math.sqrt(2));
    }
}
