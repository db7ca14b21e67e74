package io.guanxi.value.lifetime.estimate;

import java.util.function.IntConsumer;

/**
 * Climbs a likelihood by its gradient: the method of Broyden, Fletcher, Goldfarb and Shanno (J. Nocedal, S. J. Wright, Numerical
 * Optimization, 2006, algorithm 6.1) with a line search that halves. The conjugate gradients of the library we use take
 * hundreds of passes along the narrow ridges these likelihoods have; this one takes about thirty.
 */
final class Ascent {

    private static final double LEVEL = 1e-8;
    private static final double NEARLY_LEVEL = 1e-6;
    private static final double NOISE = 1e-15;
    private static final double LONGEST_STEP = 1.5;
    private static final double ENOUGH_GAIN = 1e-4;
    private static final double FARTHEST = 14;
    private static final int MOST_STEPS = 300;
    private static final int MOST_HALVINGS = 40;

    private final Likelihood likelihood;
    private final IntConsumer told;

    /** Climbs; {@code told} hears the number of each step and may throw to end it. */
    Ascent(Likelihood likelihood, IntConsumer told) {
        this.likelihood = likelihood;
        this.told = told;
    }

    Optimum from(double[] start) {
        int size = likelihood.parameters();
        double[] here = start.clone();
        double[] slope = new double[size];
        double height = likelihood.at(here, slope);
        if (!finite(height, slope)) {
            return new Optimum.Lost(here, height, "the likelihood cannot be computed at the start");
        }
        double[][] inverse = unit(size);
        for (int step = 1; step <= MOST_STEPS; step++) {
            told.accept(step);
            if (greatest(slope) < LEVEL) {
                return new Optimum.Top(here, height, step - 1);
            }
            if (greatest(here) > FARTHEST) {
                return new Optimum.Lost(here, height, "a parameter grows or shrinks without end");
            }
            double[] direction = times(inverse, slope);
            if (dot(direction, slope) <= 0) {
                inverse = unit(size);
                direction = slope.clone();
            }
            double longest = greatest(direction);
            double length = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
            double[] next = new double[size];
            double[] nextSlope = new double[size];
            double nextHeight = Double.NaN;
            boolean higher = false;
            for (int halving = 0; halving < MOST_HALVINGS && !higher; halving++) {
                for (int i = 0; i < size; i++) {
                    next[i] = here[i] + length * direction[i];
                }
                nextHeight = likelihood.at(next, nextSlope);
                higher = finite(nextHeight, nextSlope)
                        && nextHeight >= height + ENOUGH_GAIN * length * dot(direction, slope);
                length /= 2;
            }
            if (!higher) {
                return greatest(slope) < NEARLY_LEVEL
                        ? new Optimum.Top(here, height, step)
                        : new Optimum.Lost(
                                here, height, "no step from there leads higher, though the ground is not level");
            }
            // The last digits of the sum are noise: where no step adds more than they do, this is the top.
            if (nextHeight - height < NOISE * Math.abs(height) && greatest(nextSlope) < NEARLY_LEVEL) {
                return new Optimum.Top(next, nextHeight, step);
            }
            inverse = updated(inverse, here, next, slope, nextSlope, step == 1);
            here = next;
            slope = nextSlope;
            height = nextHeight;
        }
        return new Optimum.Lost(here, height, "it was not at the top after " + MOST_STEPS + " steps");
    }

    /** Equation (6.17) of Nocedal and Wright, for a function that is to grow. */
    private static double[][] updated(
            double[][] inverse, double[] here, double[] next, double[] slope, double[] nextSlope, boolean first) {
        int size = here.length;
        double[] moved = new double[size];
        double[] flattened = new double[size];
        for (int i = 0; i < size; i++) {
            moved[i] = next[i] - here[i];
            flattened[i] = slope[i] - nextSlope[i];
        }
        double curvature = dot(moved, flattened);
        if (curvature <= 1e-14 * Math.sqrt(dot(moved, moved) * dot(flattened, flattened))) {
            return inverse;
        }
        double[][] old = first ? scaled(size, curvature / dot(flattened, flattened)) : inverse;
        double[] turned = times(old, flattened);
        double whole = (curvature + dot(flattened, turned)) / (curvature * curvature);
        double[][] updated = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                updated[i][j] = old[i][j]
                        + whole * moved[i] * moved[j]
                        - (turned[i] * moved[j] + moved[i] * turned[j]) / curvature;
            }
        }
        return updated;
    }

    private static boolean finite(double height, double[] slope) {
        return Double.isFinite(height) && Double.isFinite(dot(slope, slope));
    }

    private static double[][] unit(int size) {
        return scaled(size, 1);
    }

    private static double[][] scaled(int size, double by) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = by;
        }
        return matrix;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double greatest(double[] vector) {
        double greatest = 0;
        for (double part : vector) {
            greatest = Math.max(greatest, Math.abs(part));
        }
        return greatest;
    }
}
