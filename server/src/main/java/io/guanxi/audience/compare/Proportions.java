package io.guanxi.audience.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Compares the share of a property within an audience with its share among all others, whom the audience does not contain:
 * the two-sided z-test of two proportions with the pooled share, and the false-discovery rate over many such comparisons.
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
        return complementaryError(Math.abs(z) / Math.sqrt(2));
    }

    /**
     * {@return q-values by Benjamini and Hochberg (1995), in the order given; NaN where p is NaN, which counts as no comparison}
     *
     * @param p p-values
     */
    static double[] falseDiscovery(double[] p) {
        double[] q = new double[p.length];
        Arrays.fill(q, Double.NaN);
        int[] byP = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double least = 1;
        for (int rank = byP.length; rank > 0; rank--) {
            int i = byP[rank - 1];
            least = Math.min(least, p[i] * byP.length / rank);
            q[i] = least;
        }
        return q;
    }

    /** erfc(x) for x ≥ 0: Abramowitz and Stegun 7.1.5 (series) below 2, 7.1.14 (continued fraction) from there on. */
    static double complementaryError(double x) {
        if (x < 2) {
            double term = x;
            double sum = x;
            for (int n = 1; n < 60; n++) {
                term *= -x * x / n;
                sum += term / (2 * n + 1);
            }
            return 1 - 2 / Math.sqrt(Math.PI) * sum;
        }
        double fraction = x;
        for (int n = 60; n > 0; n--) {
            fraction = x + n / 2.0 / fraction;
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
    }
}
