package io.guanxi.experiment.analysis;

import io.guanxi.experiment.report.Report.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is analysed: the temporary table {@value #NAME} of one DuckDB connection, a row a member, with the columns {@code arm}
 * (number from 0, 0 the control), {@code cluster}, {@code day}, {@code score}, {@code s0 …} (segments), and for the i-th metric
 * {@code yi} (measured, NULL where it is not known), {@code bi} (by what), {@code pi} and {@code qi} (both before exposure).
 *
 * @param arms the first is the control
 * @param metrics in order of the columns
 * @param segments names of the dimensions, in order of the columns
 * @param clusters whether clusters are the units
 * @param days whether {@code day} is known
 * @param score whether {@code score} is known
 * @param findings what was seen while it was made
 */
record UnitTable(
        List<AnalysedArm> arms,
        List<AnalysedMetric> metrics,
        List<String> segments,
        boolean clusters,
        boolean days,
        boolean score,
        List<Finding> findings) {

    static final String NAME = "analysed_unit";

    /** {@return the same with one more finding} */
    UnitTable with(Finding finding) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(finding);
        return new UnitTable(arms, metrics, segments, clusters, days, score, all);
    }

    /** An arm: key, name, weight of the split. */
    record AnalysedArm(String key, String name, double weight) {}

    /**
     * A metric.
     *
     * @param name as people call it
     * @param kind what it is
     * @param windowDays after exposure, or null
     * @param closesAfterDays days after exposure until the figure is known, 0 for a file
     * @param winsorAt quantile, or null
     * @param lookBackDays before exposure, 0 for none, or null where a file has such a column
     * @param currency of its money, or null where it is none or not known
     * @param moreIsBetter whether a higher figure is good; null where neither is
     * @param guardRail whether it is only watched
     * @param ratio whether it is measured by another sum than the number of members
     */
    record AnalysedMetric(
            String name,
            String kind,
            @Nullable Integer windowDays,
            int closesAfterDays,
            @Nullable Double winsorAt,
            @Nullable Integer lookBackDays,
            @Nullable String currency,
            @Nullable Boolean moreIsBetter,
            boolean guardRail,
            boolean ratio) {

        boolean lookBack() {
            return lookBackDays == null || lookBackDays > 0;
        }
    }
}
