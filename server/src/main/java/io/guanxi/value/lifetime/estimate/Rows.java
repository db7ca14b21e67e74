package io.guanxi.value.lifetime.estimate;

import java.util.List;
import java.util.stream.IntStream;

/** Sums over many rows, on all processors, added in the order of the rows: the same rows give the same sum to the last digit. */
final class Rows {

    private static final int STRETCH = 16_384;

    private Rows() {}

    /** Adds what some rows give to {@code sums}. */
    interface Part {
        void add(int from, int to, double[] sums);
    }

    static double[] sum(int rows, int width, Part part) {
        int stretches = (rows + STRETCH - 1) / STRETCH;
        List<double[]> parts = IntStream.range(0, stretches)
                .parallel()
                .mapToObj(stretch -> {
                    double[] sums = new double[width];
                    part.add(stretch * STRETCH, Math.min(rows, (stretch + 1) * STRETCH), sums);
                    return sums;
                })
                .toList();
        double[] whole = new double[width];
        for (double[] sums : parts) {
            for (int i = 0; i < width; i++) {
                whole[i] += sums[i];
            }
        }
        return whole;
    }
}
