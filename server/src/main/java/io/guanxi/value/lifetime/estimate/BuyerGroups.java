package io.guanxi.value.lifetime.estimate;

import java.util.Arrays;

/**
 * Buyers, those of equal history in one row. All that the order models need of a buyer is how often they came back, when they
 * last did, and for how long they have been known.
 *
 * @param repeats days with an order after the first
 * @param last time from the first order to the last, in ticks
 * @param age time from the first order to the end of the period, in ticks
 * @param buyers how many buyers have this history
 * @param ticksPerWeek 7 where a tick is a day
 */
public record BuyerGroups(int[] repeats, int[] last, int[] age, long[] buyers, double ticksPerWeek) {

    /** Checks that all columns are of one length. */
    public BuyerGroups {
        if (last.length != repeats.length || age.length != repeats.length || buyers.length != repeats.length) {
            throw new IllegalArgumentException("columns of different lengths");
        }
    }

    /** {@return the number of different histories} */
    public int size() {
        return repeats.length;
    }

    /** {@return the number of buyers} */
    public long total() {
        return Arrays.stream(buyers).sum();
    }

    /** {@return the greatest number of repeats} */
    int mostRepeats() {
        return Arrays.stream(repeats).max().orElse(0);
    }

    /** {@return the greatest age in ticks} */
    int mostTicks() {
        return Arrays.stream(age).max().orElse(0);
    }

    /** {@return repeats a week of those known} */
    double weeklyRate() {
        double came = 0;
        double weeks = 0;
        for (int i = 0; i < size(); i++) {
            came += (double) buyers[i] * repeats[i];
            weeks += buyers[i] * (age[i] / ticksPerWeek);
        }
        return Math.max(came, 1) / Math.max(weeks, 1);
    }

    /**
     * {@return every so-manieth history: enough to find the neighbourhood of the top}
     *
     * @param most at most about so many histories
     */
    BuyerGroups sample(int most) {
        int every = Math.max(1, size() / most);
        if (every == 1) {
            return this;
        }
        int kept = (size() + every - 1) / every;
        int[] x = new int[kept];
        int[] tx = new int[kept];
        int[] t = new int[kept];
        long[] n = new long[kept];
        for (int i = 0; i < kept; i++) {
            x[i] = repeats[i * every];
            tx[i] = last[i * every];
            t[i] = age[i * every];
            n[i] = buyers[i * every];
        }
        return new BuyerGroups(x, tx, t, n, ticksPerWeek);
    }
}
