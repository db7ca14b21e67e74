package io.guanxi.experiment.design;

import io.guanxi.platform.InvalidField;
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
 * @param plannedUnits exposed members or communities of all arms together at which the verdict is to be sharpest, e.g. as many as
 *     the power calculator asked for, or null for as many as the first report finds
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
        double smallestLift,
        @Nullable Long plannedUnits) {

    /** Refuses what cannot be run. */
    public Design {
        arms = List.copyOf(arms);
        metrics = List.copyOf(metrics);
        if (name.isBlank() || name.length() > 100) {
            throw new InvalidField("name", "an experiment's name has 1 to 100 characters");
        }
        if (arms.size() < 2 || arms.size() > 10) {
            throw new InvalidField("arms", "an experiment has 2 to 10 arms");
        }
        if (new HashSet<>(arms.stream().map(Arm::key).toList()).size() < arms.size()) {
            throw new InvalidField("arms", "each arm has a key of its own");
        }
        if (hypothesis.length() > 2000) {
            throw new InvalidField("hypothesis", "a hypothesis has at most 2,000 characters");
        }
        if (layer != null && (layer.isBlank() || layer.length() > 100)) {
            throw new InvalidField("layer", "a layer's name has 1 to 100 characters");
        }
        if (unit == Unit.COMMUNITY && audience != null) {
            throw new InvalidField("audience", "what assigns whole communities is for all members of theirs");
        }
        if (new HashSet<>(metrics.stream().map(Metric::name).toList()).size() < metrics.size()) {
            throw new InvalidField("metrics", "each metric has a name of its own");
        }
        if (metrics.size() > 20) {
            throw new InvalidField("metrics", "an experiment has at most 20 metrics");
        }
        if (!(layerShare > 0 && layerShare <= 1)) {
            throw new InvalidField("layerShare", "an experiment takes more than 0 and at most all of its layer");
        }
        if (days < 1 || days > 730) {
            throw new InvalidField("days", "an experiment is planned for 1 to 730 days");
        }
        if (!(smallestLift > 0 && smallestLift <= 10)) {
            throw new InvalidField("smallestLift", "the smallest lift worth knowing is above 0, e.g. 0.05 for 5 %");
        }
        if (plannedUnits != null && (plannedUnits < 1 || plannedUnits > 1_000_000_000_000L)) {
            throw new InvalidField("plannedUnits", "at least one unit is planned, and at most a million millions");
        }
    }

    /** {@return the weights of the arms, in their order} */
    public List<Double> weights() {
        return arms.stream().map(Arm::weight).toList();
    }

    /** {@return days after exposure until all its figures are known} */
    public int closesAfterDays() {
        return measured().metrics().stream()
                .mapToInt(Metric::closesAfterDays)
                .max()
                .orElse(0);
    }

    /** {@return the same with metrics to be judged by; holdouts that other modules open have none of their own} */
    public Design measured() {
        return metrics.isEmpty() ? withMetrics(DefaultMetrics.all()) : this;
    }

    private Design withMetrics(List<Metric> others) {
        return new Design(
                name, hypothesis, unit, arms, audience, layer, layerShare, others, days, smallestLift, plannedUnits);
    }
}
