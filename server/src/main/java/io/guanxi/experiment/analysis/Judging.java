package io.guanxi.experiment.analysis;

import io.guanxi.platform.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a file cannot say of its metrics. Names do not tell capitals from small letters.
 *
 * @param lessIsBetter metrics whose higher figure is bad
 * @param guardRails metrics that may not get worse, and are only watched
 * @param told metrics that are told and not judged
 * @param money metrics that are money, in the brand's currency
 * @param smallestLift below which an effect does not matter, above 0: until it could be seen, it is too early to say that there is
 *     none
 */
public record Judging(
        List<String> lessIsBetter,
        List<String> guardRails,
        List<String> told,
        List<String> money,
        double smallestLift) {

    /** Used where the sender says nothing. */
    public static final double ANY_LIFT = 0.05;

    /** More is better of every metric, and every metric decides. */
    public static final Judging PLAIN = lessOf();

    /** Refuses what contradicts itself. */
    public Judging {
        lessIsBetter = List.copyOf(lessIsBetter);
        guardRails = List.copyOf(guardRails);
        told = List.copyOf(told);
        money = List.copyOf(money);
        if (!(smallestLift > 0 && smallestLift <= 10)) {
            throw Problem.badRequest(
                    "experiment.smallest-lift-invalid",
                    "smallestLift is above 0 and at most 10, such as 0.05 for 5 %.");
        }
        for (String metric : told) {
            if (in(metric, guardRails) || in(metric, lessIsBetter)) {
                throw Problem.badRequest(
                        "experiment.metric-judged",
                        "“" + metric
                                + "” is told and not judged, so it is no guard rail and less of it is not better.");
            }
        }
    }

    /**
     * {@return less is better of some metrics, more of the others; all decide}
     *
     * @param metrics which
     */
    public static Judging lessOf(String... metrics) {
        return new Judging(List.of(metrics), List.of(), List.of(), List.of(), ANY_LIFT);
    }

    /** {@return whether a metric is one of some names} */
    static boolean in(String metric, List<String> names) {
        return names.stream().anyMatch(metric::equalsIgnoreCase);
    }

    /** {@return all metrics that are named} */
    Set<String> named() {
        Set<String> named = new HashSet<>(lessIsBetter);
        named.addAll(guardRails);
        named.addAll(told);
        named.addAll(money);
        return named;
    }
}
