package io.guanxi.platform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Many looks at once: of what is called a finding at q, at most q is expected to be chance (Y. Benjamini, Y. Hochberg, Controlling the
 * False Discovery Rate, Journal of the Royal Statistical Society B 57, 1995).
 */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * {@return q-values in the order given, {@code min over larger p of p · m / rank}; NaN where p is NaN, which counts as no look}
     *
     * @param pValues of all that was looked at
     */
    public static double[] qValues(double... pValues) {
        double[] qValues = new double[pValues.length];
        Arrays.fill(qValues, Double.NaN);
        int[] ascending = IntStream.range(0, pValues.length)
                .filter(at -> !Double.isNaN(pValues[at]))
                .boxed()
                .sorted(Comparator.comparingDouble(at -> pValues[at]))
                .mapToInt(Integer::intValue)
                .toArray();
        double least = 1;
        for (int rank = ascending.length; rank > 0; rank--) {
            int at = ascending[rank - 1];
            least = Math.min(least, pValues[at] * ((double) ascending.length / rank));
            qValues[at] = least;
        }
        return qValues;
    }
}
