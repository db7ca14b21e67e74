package io.guanxi.experiment.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many looks at once: of what is called a finding at q, at most q is expected to be chance (Benjamini and Hochberg, 1995).
 */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * {@return q-values in the order of the p-values: {@code min over larger p of p · m / rank}}
     *
     * @param pValues of all that was looked at
     */
    public static List<Double> qValues(List<Double> pValues) {
        int m = pValues.size();
        List<Integer> order = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparing(pValues::get, Comparator.reverseOrder()))
                .toList();
        List<Double> qValues = pValues.stream().collect(Collectors.toCollection(ArrayList::new));
        double least = 1;
        for (int place = 0; place < m; place++) {
            int at = order.get(place);
            least = Math.min(least, pValues.get(at) * m / (m - place));
            qValues.set(at, least);
        }
        return List.copyOf(qValues);
    }
}
