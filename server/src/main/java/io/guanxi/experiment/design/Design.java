package io.guanxi.experiment.design;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as it was planned. It cannot be changed once it runs, or its arms would not be comparable.
 *
 * @param name as people call it
 * @param hypothesis what is expected and why, may be empty
 * @param unit what is assigned
 * @param arms two to ten; the first is the control
 * @param audience number of the audience it is for, or null for all members
 * @param layer name of the layer in which no member is in two experiments, or null
 * @param layerShare part of the layer it takes, above 0 and at most 1
 * @param metrics the first that is no guard rail decides
 * @param days planned length in days
 * @param smallestLift relative lift worth knowing, e.g. 0.05
 */
public record Design(
        String name,
        String hypothesis,
        Unit unit,
        List<Arm> arms,
        @Nullable Long audience,
        @Nullable String layer,
        double layerShare,
        List<Metric> metrics,
        int days,
        double smallestLift) {

    /** Refuses what cannot be run. */
    public Design {
        arms = List.copyOf(arms);
        metrics = List.copyOf(metrics);
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("an experiment's name has 1 to 100 characters");
        }
        if (arms.size() < 2 || arms.size() > 10) {
            throw new IllegalArgumentException("an experiment has 2 to 10 arms");
        }
        if (new HashSet<>(arms.stream().map(Arm::key).toList()).size() < arms.size()) {
            throw new IllegalArgumentException("each arm has a key of its own");
        }
        if (metrics.size() > 20) {
            throw new IllegalArgumentException("an experiment has at most 20 metrics");
        }
        if (!(layerShare > 0 && layerShare <= 1)) {
            throw new IllegalArgumentException("an experiment takes more than 0 and at most all of its layer");
        }
        if (days < 1 || days > 730) {
            throw new IllegalArgumentException("an experiment is planned for 1 to 730 days");
        }
        if (!(smallestLift > 0 && smallestLift <= 10)) {
            throw new IllegalArgumentException("the smallest lift worth knowing is above 0, e.g. 0.05 for 5 %");
        }
    }

    /** {@return the weights of the arms, in their order} */
    public List<Double> weights() {
        return arms.stream().map(Arm::weight).toList();
    }

    /**
     * {@return the same with other metrics}
     *
     * @param others which
     */
    public Design withMetrics(List<Metric> others) {
        return new Design(name, hypothesis, unit, arms, audience, layer, layerShare, others, days, smallestLift);
    }
}
