package io.guanxi.experiment.statistics;

import java.util.List;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Whether the arms are as large as their weights say. By Pearson's χ² with one degree of freedom less than arms; below
 * {@value #BLOCKS} something loses or doubles members of one arm, and no verdict can be trusted (Fabijan et al., KDD 2019).
 *
 * @param statistic χ²
 * @param pValue how likely chance alone makes it so large
 * @param expected members by weight
 */
public record SampleRatio(double statistic, double pValue, List<Double> expected) {

    /** Below this p the verdict is blocked. */
    public static final double BLOCKS = 0.001;

    /** Copies. */
    public SampleRatio {
        expected = List.copyOf(expected);
    }

    /**
     * {@return the check of arms}
     *
     * @param counts members of each arm; not all 0
     * @param weights of each arm, above 0
     */
    public static SampleRatio of(List<Long> counts, List<Double> weights) {
        double all = counts.stream().mapToLong(Long::longValue).sum();
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        List<Double> expected =
                weights.stream().map(weight -> all * weight / sum).toList();
        if (!(all > 0)) {
            return new SampleRatio(0, 1, expected);
        }
        double statistic = 0;
        for (int arm = 0; arm < counts.size(); arm++) {
            double gap = counts.get(arm) - expected.get(arm);
            statistic += gap * gap / expected.get(arm);
        }
        double pValue = 1 - new ChiSquaredDistribution(counts.size() - 1.0).cumulativeProbability(statistic);
        return new SampleRatio(statistic, Math.max(0, pValue), expected);
    }

    /** {@return whether the verdict is blocked} */
    public boolean blocks() {
        return pValue < BLOCKS;
    }
}
