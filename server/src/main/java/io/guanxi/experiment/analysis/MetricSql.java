package io.guanxi.experiment.analysis;

import io.guanxi.experiment.design.Measurement;
import io.guanxi.experiment.design.Measurement.Conversion;
import io.guanxi.experiment.design.Measurement.Count;
import io.guanxi.experiment.design.Measurement.Of;
import io.guanxi.experiment.design.Measurement.Ratio;
import io.guanxi.experiment.design.Measurement.Retention;
import io.guanxi.experiment.design.Measurement.Sum;
import io.guanxi.experiment.design.Measurement.TimeToEvent;
import io.guanxi.experiment.design.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Metrics as aggregates over a member's events, {@code offset_seconds} after exposure. Names of events are parameters of the
 * statement, never its text.
 */
final class MetricSql {

    private static final int DAY = 86_400;

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<String> aggregates = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private boolean anyEvent;

    MetricSql(List<Metric> metrics) {
        for (int i = 0; i < metrics.size(); i++) {
            add(metrics.get(i), i);
        }
    }

    /** {@return parameter names and the events they stand for} */
    Map<String, String> parameters() {
        return parameters;
    }

    /** {@return whether events of every name count} */
    boolean anyEvent() {
        return anyEvent;
    }

    /** {@return select items over events of one member} */
    List<String> aggregates() {
        return aggregates;
    }

    /** {@return select items of the unit table over a member with these aggregates, which may be absent} */
    List<String> columns() {
        return columns;
    }

    private void add(Metric metric, int i) {
        String after = "offset_seconds >= 0 AND offset_seconds < " + metric.windowDays() * DAY;
        String before = "offset_seconds < 0 AND offset_seconds >= " + -metric.lookBackDays() * DAY;
        String measured;
        String denominator = "1.0";
        String past;
        String pastDenominator = "1.0";
        switch (metric.measurement()) {
            case Conversion conversion -> {
                measured = did(conversion.event(), after);
                past = did(conversion.event(), before);
            }
            case Count count -> {
                measured = counted(count.event(), after);
                past = counted(count.event(), before);
            }
            case Sum sum -> {
                measured = summed(sum.event(), sum.of(), after);
                past = summed(sum.event(), sum.of(), before);
            }
            case Ratio ratio -> {
                measured = numerator(ratio, after);
                denominator = counted(ratio.denominator(), after);
                past = numerator(ratio, before);
                pastDenominator = counted(ratio.denominator(), before);
            }
            case Retention retention -> {
                String day = "offset_seconds >= " + retention.day() * DAY + " AND offset_seconds < "
                        + (retention.day() + 1) * DAY;
                measured = did(retention.event(), day);
                past = did(retention.event(), before);
            }
            case TimeToEvent time -> {
                measured = "min(offset_seconds) FILTER (" + named(time.event()) + " AND " + after + ") / " + DAY + ".0";
                past = did(time.event(), before);
            }
        }
        boolean time = metric.measurement() instanceof TimeToEvent;
        boolean ratio = metric.measurement() instanceof Ratio;
        aggregates.add(measured + " AS y" + i);
        aggregates.add(denominator + " AS b" + i);
        aggregates.add(past + " AS p" + i);
        aggregates.add(pastDenominator + " AS q" + i);
        columns.add(
                "CASE WHEN exposed_at <= now_at - INTERVAL " + metric.closesAfterDays() + " DAY THEN CAST(coalesce(y"
                        + i + ", " + (time ? metric.windowDays() : 0) + ") AS DOUBLE) END AS y" + i);
        columns.add("CAST(coalesce(b" + i + ", " + (ratio ? 0 : 1) + ") AS DOUBLE) AS b" + i);
        columns.add("CAST(coalesce(p" + i + ", 0) AS DOUBLE) AS p" + i);
        columns.add("CAST(coalesce(q" + i + ", " + (ratio ? 0 : 1) + ") AS DOUBLE) AS q" + i);
    }

    private String numerator(Ratio ratio, String when) {
        Of of = ratio.of();
        return of == null ? counted(ratio.numerator(), when) : summed(ratio.numerator(), of, when);
    }

    private String did(@Nullable String event, String when) {
        return "CAST(count(*) FILTER (" + named(event) + " AND " + when + ") > 0 AS INTEGER)";
    }

    private String counted(String event, String when) {
        return "count(*) FILTER (" + named(event) + " AND " + when + ")";
    }

    private String summed(String event, Of of, String when) {
        String what = of == Of.AMOUNT ? "money" : "pieces";
        return "coalesce(sum(" + what + ") FILTER (" + named(event) + " AND " + when + "), 0)";
    }

    private String named(@Nullable String event) {
        if (event == null) {
            anyEvent = true;
            return "true";
        }
        String known = parameters.entrySet().stream()
                .filter(entry -> entry.getValue().equals(event))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("event" + parameters.size());
        parameters.put(known, event);
        return "event = :" + known;
    }

    /** {@return the kind as a report names it} */
    static String kind(Measurement measurement) {
        return switch (measurement) {
            case Conversion _ -> "conversion";
            case Count _ -> "count";
            case Sum _ -> "sum";
            case Ratio _ -> "ratio";
            case Retention _ -> "retention";
            case TimeToEvent _ -> "timeToEvent";
        };
    }
}
