package io.guanxi.value.lifetime.estimate;

import java.util.Arrays;

/**
 * Buyers who came back, those who spent alike in one row.
 *
 * @param repeats days with an order after the first, at least 1
 * @param spend what they spent on them in all, above 0
 * @param buyers how many
 */
public record SpendGroups(int[] repeats, double[] spend, long[] buyers) {

    /** Checks that all columns are of one length. */
    public SpendGroups {
        if (spend.length != repeats.length || buyers.length != repeats.length) {
            throw new IllegalArgumentException("columns of different lengths");
        }
    }

    /** {@return the number of buyers} */
    public long total() {
        return Arrays.stream(buyers).sum();
    }

    /** {@return the same, with spend counted in another unit} */
    SpendGroups in(double unit) {
        return new SpendGroups(
                repeats, Arrays.stream(spend).map(money -> money / unit).toArray(), buyers);
    }

    /** {@return the mean of what buyers spend on a day with an order} */
    double meanSpend() {
        double sum = 0;
        for (int i = 0; i < repeats.length; i++) {
            sum += buyers[i] * spend[i] / repeats[i];
        }
        return sum / total();
    }
}
