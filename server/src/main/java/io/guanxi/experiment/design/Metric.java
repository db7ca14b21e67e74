package io.guanxi.experiment.design;

import io.guanxi.platform.InvalidField;
import org.jspecify.annotations.Nullable;

/**
 * A figure by which arms are compared.
 *
 * @param name as people call it
 * @param measurement what is measured of each member
 * @param windowDays how many days after exposure count, 1 to 365
 * @param winsorAt quantile of the measured above which all count as that quantile, e.g. 0.999, or null
 * @param lookBackDays days before exposure whose same figure takes out noise (CUPED), 0 for none
 * @param moreIsBetter whether a higher figure is good; null where neither is: how arms differ is told, and not judged
 * @param guardRail whether the figure is only watched: it may not get worse
 */
public record Metric(
        String name,
        Measurement measurement,
        int windowDays,
        @Nullable Double winsorAt,
        int lookBackDays,
        @Nullable Boolean moreIsBetter,
        boolean guardRail) {

    /** Refuses what cannot be measured. */
    public Metric {
        if (name.isBlank() || name.length() > 100) {
            throw new InvalidField("name", "a metric's name has 1 to 100 characters");
        }
        if (windowDays < 1 || windowDays > 365) {
            throw new InvalidField("windowDays", "a metric's window has 1 to 365 days");
        }
        if (winsorAt != null && !(winsorAt > 0.5 && winsorAt < 1)) {
            throw new InvalidField(
                    "winsorAt", "a metric is winsorised at a quantile above 0.5 and below 1, e.g. 0.999");
        }
        if (lookBackDays < 0 || lookBackDays > 365) {
            throw new InvalidField("lookBackDays", "a metric looks back 0 to 365 days");
        }
        if (guardRail && moreIsBetter == null) {
            throw new InvalidField("moreIsBetter", "a guard rail says whether more is better");
        }
        if (measurement instanceof Measurement.Retention retention
                && (retention.day() < 1 || retention.day() > windowDays)) {
            throw new InvalidField("measurement.day", "a retention day lies within the metric's window");
        }
    }

    /** {@return days after exposure until the figure is known: its window, or until a retention day has ended} */
    public int closesAfterDays() {
        return measurement instanceof Measurement.Retention retention ? retention.day() + 1 : windowDays;
    }
}
