package io.guanxi.benchmarks;

import java.util.Arrays;

/** How long each of many things took. */
final class Latencies {

    private long[] nanos = new long[1024];
    private int size;
    private boolean sorted;

    synchronized void add(long took) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = took;
        sorted = false;
    }

    synchronized int count() {
        return size;
    }

    /**
     * {@return the milliseconds within which a share of them was done}
     *
     * @param share from 0 to 1
     */
    synchronized double millis(double share) {
        if (size == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, size);
            sorted = true;
        }
        int index = (int) Math.ceil(share * size) - 1;
        return nanos[Math.clamp(index, 0, size - 1)] / 1e6;
    }
}
