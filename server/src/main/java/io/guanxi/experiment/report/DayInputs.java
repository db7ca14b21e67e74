package io.guanxi.experiment.report;

import io.guanxi.experiment.report.Report.ArmComparison;
import io.guanxi.experiment.report.Report.DayPoint;
import io.guanxi.experiment.report.Report.EffectInputs;
import io.guanxi.experiment.report.Report.MetricReport;
import io.guanxi.platform.Problem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What each day of the cumulative differences is made of. It is kept beside the report and asked for a day at a time: of a year it is
 * many times as long as the report.
 */
public final class DayInputs {

    private DayInputs() {}

    /**
     * {@return all days of a report that was just made, by their keys}
     *
     * @param report with what its days are made of
     */
    public static Map<String, EffectInputs> of(Report report) {
        Map<String, EffectInputs> days = new HashMap<>();
        for (MetricReport metric : report.metrics()) {
            for (ArmComparison comparison : metric.comparisons()) {
                for (DayPoint point : comparison.overTime()) {
                    EffectInputs inputs = point.inputs();
                    if (inputs != null) {
                        days.put(key(metric.name(), comparison.arm(), point.day()), inputs);
                    }
                }
            }
        }
        return days;
    }

    /**
     * {@return under what a day is kept}
     *
     * @param metric the metric's name
     * @param arm key of the arm that is compared
     * @param day of the cumulative difference
     */
    public static String key(String metric, String arm, LocalDate day) {
        return day + "\n" + arm + "\n" + metric;
    }

    /** {@return the answer to a day that is not kept} */
    public static Problem unknown() {
        return Problem.notFound(
                "experiment.no-day", "It is not kept what this metric, arm and day of the report are made of.");
    }
}
