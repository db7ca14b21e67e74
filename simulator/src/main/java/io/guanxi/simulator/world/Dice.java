package io.guanxi.simulator.world;

import java.util.SplittableRandom;

/** One stream of chance. Every person and every group throws dice of their own, so one's luck never shifts another's. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed, long stream) {
        random = new SplittableRandom(mix(seed * 0x9E3779B97F4A7C15L + stream));
    }

    /** Spreads neighbouring numbers over all 64 bits (the finaliser of SplitMix64). */
    static long mix(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return random.nextDouble();
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A whole number of at least {@code low} and at most {@code high}. */
    int from(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** Log-normal with the given median; sigma is the standard deviation of the logarithm. */
    double logNormal(double median, double sigma) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * random.nextDouble()));
    }

    /** Number of rare happenings; exact for small means, cut at 60. */
    int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit && count < 60) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** An index drawn by cumulative weights, whose last entry is their sum. */
    int pick(double[] cumulative) {
        double point = random.nextDouble() * cumulative[cumulative.length - 1];
        int index = 0;
        while (cumulative[index] <= point) {
            index++;
        }
        return index;
    }

    /** Cumulative weights for {@link #pick}. */
    static double[] cumulative(double... weights) {
        double[] sums = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            sums[i] = sum;
        }
        return sums;
    }
}
