package io.guanxi.experiment.statistics;

/**
 * Where the truth lies, at a stated confidence.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double low, double high) {

    /** Refuses what is no interval. */
    public Interval {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("no interval: " + low + " to " + high);
        }
    }

    static Interval around(double middle, double half) {
        return new Interval(middle - half, middle + half);
    }

    /**
     * {@return whether a number lies within}
     *
     * @param number which
     */
    public boolean contains(double number) {
        return low <= number && number <= high;
    }

    /** {@return the distance from 0 of the end further from it} */
    public double reach() {
        return Math.max(Math.abs(low), Math.abs(high));
    }
}
