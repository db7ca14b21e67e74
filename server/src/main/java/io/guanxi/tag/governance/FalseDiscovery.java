package io.guanxi.tag.governance;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps chance finds few where many tags are tried at once. */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * {@return for each probability the share of false finds that must be borne to call it a find: the step-up rule of
     *     Benjamini and Hochberg (1995), q(i) = min over k ≥ i of p(k)·m/k in ascending order}
     *
     * @param probabilities of each trial, 0 to 1
     */
    public static List<Double> adjusted(List<Double> probabilities) {
        int trials = probabilities.size();
        int[] order = IntStream.range(0, trials)
                .boxed()
                .sorted(Comparator.comparing(probabilities::get))
                .mapToInt(at -> at)
                .toArray();
        Double[] adjusted = new Double[trials];
        double least = 1;
        for (int rank = trials; rank >= 1; rank--) {
            int at = order[rank - 1];
            least = Math.min(least, probabilities.get(at) * ((double) trials / rank));
            adjusted[at] = least;
        }
        return List.of(adjusted);
    }
}
