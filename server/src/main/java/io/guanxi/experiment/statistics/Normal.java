package io.guanxi.experiment.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** The normal distribution with mean 0 and variance 1. */
final class Normal {

    private final NormalDistribution distribution = new NormalDistribution();

    double quantile(double probability) {
        return distribution.inverseCumulativeProbability(probability);
    }
}
