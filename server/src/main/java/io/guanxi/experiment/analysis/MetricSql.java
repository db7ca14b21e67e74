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
import io.guanxi.experiment.design.OwnDoing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Metrics as aggregates over a member's events, {@code after} exposure by so many microseconds. Names of events are parameters of the
 * statement, never its text.
 */
final class MetricSql {

    private static final long DAY = 86_400_000_000L;

    private final Pass named = new Pass();
    private final Pass ofAnything = new Pass();
    private final List<String> columns = new ArrayList<>();
    private final List<Money> money = new ArrayList<>();

    /**
     * What is added up of an event's money.
     *
     * @param metric place of the metric, {@code zi} of whose pass counts the events of another currency
     * @param event its name
     * @param within condition that {@code after} lies in the metric's window
     */
    record Money(int metric, String event, String within) {}

    /** Days from exposure on that count, negative ones before it: from the first until before the last. */
    record Reach(int from, int until) {}

    /** What is read of the lake at once: who did anything of their own is read apart, of it the times alone. */
    static final class Pass {

        private final Map<String, String> events = new LinkedHashMap<>();
        private final List<String> aggregates = new ArrayList<>();
        private final Set<Reach> reaches = new LinkedHashSet<>();

        /** {@return parameter names and the events they stand for; none where all that is {@link OwnDoing} counts} */
        Map<String, String> events() {
            return events;
        }

        /** {@return select items over events of one member} */
        List<String> aggregates() {
            return aggregates;
        }

        /** {@return what counts before and after exposure} */
        Set<Reach> reaches() {
            return reaches;
        }

        /** {@return the condition that a time after exposure lies between the first and the last that count} */
        String within(String after) {
            int from = reaches.stream().mapToInt(Reach::from).min().orElse(0);
            int until = reaches.stream().mapToInt(Reach::until).max().orElse(0);
            return after + " >= " + from * DAY + " AND " + after + " < " + until * DAY;
        }

        private String during(int from, int until) {
            if (from < until) {
                reaches.add(new Reach(from, until));
            }
            return "after >= " + from * DAY + " AND after < " + until * DAY;
        }

        private String did(@Nullable String event, String when) {
            return "CAST(count(*) FILTER (" + is(event) + " AND " + when + ") > 0 AS INTEGER)";
        }

        private String counted(String event, String when) {
            return "count(*) FILTER (" + is(event) + " AND " + when + ")";
        }

        private String summed(String event, Of of, String when) {
            String what = of == Of.AMOUNT ? "money" : "pieces";
            return "coalesce(sum(" + what + ") FILTER (" + is(event) + " AND " + when + "), 0)";
        }

        private String foreign(String event, String when) {
            return "count(*) FILTER (" + is(event) + " AND " + when + " AND foreign_money)";
        }

        private String numerator(Ratio ratio, String when) {
            Of of = ratio.of();
            return of == null ? counted(ratio.numerator(), when) : summed(ratio.numerator(), of, when);
        }

        private String is(@Nullable String event) {
            if (event == null) {
                return "true";
            }
            String known = events.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(event))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("event" + events.size());
            events.put(known, event);
            return "event = :" + known;
        }
    }

    MetricSql(List<Metric> metrics) {
        for (int i = 0; i < metrics.size(); i++) {
            add(metrics.get(i), i);
        }
    }

    /** {@return the passes over the lake that are needed} */
    List<Pass> passes() {
        return Stream.of(named, ofAnything)
                .filter(pass -> !pass.aggregates.isEmpty())
                .toList();
    }

    /** {@return select items of the unit table over a member with the aggregates of all passes, which may be absent} */
    List<String> columns() {
        return columns;
    }

    private void add(Metric metric, int i) {
        boolean anything = metric.measurement() instanceof Retention retained && retained.event() == null;
        Pass pass = anything ? ofAnything : named;
        String after = metric.measurement() instanceof Retention retention
                ? pass.during(retention.day(), retention.day() + 1)
                : pass.during(0, metric.windowDays());
        String before = pass.during(-metric.lookBackDays(), 0);
        String measured;
        String denominator = "1.0";
        String past;
        String pastDenominator = "1.0";
        switch (metric.measurement()) {
            case Conversion conversion -> {
                measured = pass.did(conversion.event(), after);
                past = pass.did(conversion.event(), before);
            }
            case Count count -> {
                measured = pass.counted(count.event(), after);
                past = pass.counted(count.event(), before);
            }
            case Sum sum -> {
                measured = pass.summed(sum.event(), sum.of(), after);
                past = pass.summed(sum.event(), sum.of(), before);
            }
            case Ratio ratio -> {
                measured = pass.numerator(ratio, after);
                denominator = pass.counted(ratio.denominator(), after);
                past = pass.numerator(ratio, before);
                pastDenominator = pass.counted(ratio.denominator(), before);
            }
            case Retention retention -> {
                measured = pass.did(retention.event(), after);
                past = pass.did(retention.event(), before);
            }
            case TimeToEvent time -> {
                measured = "min(after) FILTER (" + pass.is(time.event()) + " AND " + after + ") / " + DAY + ".0";
                past = pass.did(time.event(), before);
            }
        }
        switch (metric.measurement()) {
            case Sum sum when sum.of() == Of.AMOUNT -> foreign(pass, sum.event(), after, i);
            case Ratio ratio when ratio.of() == Of.AMOUNT -> foreign(pass, ratio.numerator(), after, i);
            default -> {}
        }
        boolean time = metric.measurement() instanceof TimeToEvent;
        boolean ratio = metric.measurement() instanceof Ratio;
        pass.aggregates.add(measured + " AS y" + i);
        pass.aggregates.add(denominator + " AS b" + i);
        pass.aggregates.add(past + " AS p" + i);
        pass.aggregates.add(pastDenominator + " AS q" + i);
        columns.add(
                "CASE WHEN exposed_at <= now_at - INTERVAL " + metric.closesAfterDays() + " DAY THEN CAST(coalesce(y"
                        + i + ", " + (time ? metric.windowDays() : 0) + ") AS DOUBLE) END AS y" + i);
        columns.add("CAST(coalesce(b" + i + ", " + (ratio ? 0 : 1) + ") AS DOUBLE) AS b" + i);
        columns.add("CAST(coalesce(p" + i + ", 0) AS DOUBLE) AS p" + i);
        columns.add("CAST(coalesce(q" + i + ", " + (ratio ? 0 : 1) + ") AS DOUBLE) AS q" + i);
    }

    private void foreign(Pass pass, String event, String after, int i) {
        pass.aggregates.add(pass.foreign(event, after) + " AS z" + i);
        money.add(new Money(i, event, after));
    }

    /** {@return whether it is money} */
    static boolean isMoney(Measurement measurement) {
        return switch (measurement) {
            case Sum sum -> sum.of() == Of.AMOUNT;
            case Ratio ratio -> ratio.of() == Of.AMOUNT;
            default -> false;
        };
    }

    /** {@return the metrics that are money; all of the first pass} */
    List<Money> money() {
        return money;
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
