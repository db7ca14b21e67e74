package io.guanxi.value.lifetime;

import io.guanxi.value.lifetime.FoundLifetime.FrequencyClass;
import io.guanxi.value.lifetime.FoundLifetime.Periods;
import io.guanxi.value.lifetime.FoundLifetime.TrackedWeek;
import io.guanxi.value.lifetime.estimate.OrderModel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets what the models expect against what the buyers of the calibration period did. */
final class HeldBack {

    private static final int DAYS_A_WEEK = 7;
    /** Who came back so often or more are one class. */
    private static final int OR_MORE = 7;

    private final JdbcClient sql;
    private final Periods periods;
    private final Map<OrderModel.Kind, double[]> curves = new LinkedHashMap<>();
    private final Map<OrderModel.Kind, double[]> classes = new LinkedHashMap<>();
    private final long[] actual;
    private final List<FrequencyClass> frequency;

    /** How a model did. */
    record Error(
            @Nullable Double predicted,
            @Nullable Double total,
            @Nullable Double frequency) {}

    HeldBack(JdbcClient sql, Periods periods) {
        this.sql = sql;
        this.periods = periods;
        this.actual = actual();
        this.frequency = frequencies();
    }

    /** Whole weeks from the first day; the last one ends on the last day or before it. */
    private int weeks() {
        return (int) ((ChronoUnit.DAYS.between(periods.from(), periods.heldBackTo()) + 1) / DAYS_A_WEEK);
    }

    private long[] actual() {
        long[] cumulative = new long[weeks()];
        sql.sql("""
                        SELECT CAST(floor(days_between(CAST(:from AS DATE), o.day) / 7.0) AS INTEGER) AS week, count(*) AS orders
                        FROM member_order AS o JOIN lifetime_calibration AS c ON c.member_no = o.member_no
                        WHERE o.orders > 0 AND o.previous_day IS NOT NULL
                        GROUP BY 1 ORDER BY 1""").param("from", periods.from()).query(row -> {
            if (row.getInt("week") < cumulative.length) {
                cumulative[row.getInt("week")] = row.getLong("orders");
            }
        });
        for (int week = 1; week < cumulative.length; week++) {
            cumulative[week] += cumulative[week - 1];
        }
        return cumulative;
    }

    private List<FrequencyClass> frequencies() {
        return sql.sql("""
                        SELECT least(repeats, :most) AS repeats, count(*) AS buyers, sum(held_orders) AS actual
                        FROM lifetime_calibration GROUP BY 1 ORDER BY 1""")
                .param("most", OR_MORE)
                .query((row, i) -> new FrequencyClass(
                        row.getInt("repeats"),
                        row.getInt("repeats") == OR_MORE,
                        row.getLong("buyers"),
                        row.getLong("actual"),
                        null,
                        null,
                        null))
                .list();
    }

    Error judge(OrderModel model) {
        double[] curve = curve(model);
        double[] expected = expected(model);
        curves.put(model.kind(), curve);
        classes.put(model.kind(), expected);
        int before = calibrationWeeks() - 1;
        long held = actual[actual.length - 1] - actual[before];
        double off = 0;
        double predicted = 0;
        long whole = 0;
        for (int i = 0; i < expected.length; i++) {
            off += Math.abs(expected[i] - frequency.get(i).actual());
            predicted += expected[i];
            whole += frequency.get(i).actual();
        }
        return new Error(
                round(predicted, 1),
                held == 0 ? null : round((curve[curve.length - 1] - curve[before] - held) / held, 4),
                whole == 0 ? null : round(off / whole, 4));
    }

    private int calibrationWeeks() {
        return (int) ((ChronoUnit.DAYS.between(periods.from(), periods.calibrationTo()) + 1) / DAYS_A_WEEK);
    }

    /** Sum over the days of first orders of: buyers who began that day, times repeat orders expected since. */
    private double[] curve(OrderModel model) {
        int days = weeks() * DAYS_A_WEEK;
        double[] since = new double[days];
        java.util.stream.IntStream.range(0, days)
                .parallel()
                .forEach(day -> since[day] = model.sinceFirst((double) day / DAYS_A_WEEK));
        long[] began = new long[days];
        sql.sql(
                        "SELECT days_between(CAST(:from AS DATE), first_day) AS began, count(*) AS buyers FROM lifetime_calibration"
                                + " GROUP BY 1 ORDER BY 1")
                .param("from", periods.from())
                .query(row -> {
                    if (row.getInt("began") < days) {
                        began[row.getInt("began")] = row.getLong("buyers");
                    }
                });
        double[] curve = new double[weeks()];
        for (int week = 0; week < curve.length; week++) {
            int last = (week + 1) * DAYS_A_WEEK - 1;
            for (int day = 0; day <= last; day++) {
                curve[week] += began[day] * since[last - day];
            }
        }
        return curve;
    }

    /** Orders expected in the held-back period of each buyer by their history, summed by class. */
    private double[] expected(OrderModel model) {
        int days = (int) ChronoUnit.DAYS.between(periods.calibrationTo(), periods.heldBackTo());
        LifetimePoints.lay(sql, model, "lifetime_calibration", List.of(days));
        return sql
                .sql("""
                        SELECT least(c.repeats, :most) AS repeats,
                               sum(n.ahead_%d
                                   / (1.0 + greatest(0.0, exp(least(700.0, l.log_left - n.log_alive)) - n.left_later))) AS expected
                        FROM lifetime_calibration AS c
                        JOIN lifetime_point AS l ON l.repeats = c.repeats AND l.days = c.last_days
                        JOIN lifetime_point AS n ON n.repeats = c.repeats AND n.days = c.age_days
                        GROUP BY 1 ORDER BY 1""".formatted(days))
                .param("most", OR_MORE)
                .query((row, i) -> row.getDouble("expected"))
                .list()
                .stream()
                .mapToDouble(expected -> expected)
                .toArray();
    }

    List<TrackedWeek> tracking() {
        List<TrackedWeek> tracking = new ArrayList<>();
        for (int week = 0; week < actual.length; week++) {
            LocalDate to = periods.from().plusDays((long) (week + 1) * DAYS_A_WEEK - 1);
            tracking.add(new TrackedWeek(
                    to,
                    to.isAfter(periods.calibrationTo()),
                    actual[week],
                    at(curves, OrderModel.Kind.BG_NBD, week),
                    at(curves, OrderModel.Kind.PARETO_NBD, week),
                    at(curves, OrderModel.Kind.NBD, week)));
        }
        return tracking;
    }

    List<FrequencyClass> frequency() {
        List<FrequencyClass> judged = new ArrayList<>();
        for (int i = 0; i < frequency.size(); i++) {
            FrequencyClass one = frequency.get(i);
            judged.add(new FrequencyClass(
                    one.repeats(),
                    one.orMore(),
                    one.buyers(),
                    one.actual(),
                    at(classes, OrderModel.Kind.BG_NBD, i),
                    at(classes, OrderModel.Kind.PARETO_NBD, i),
                    at(classes, OrderModel.Kind.NBD, i)));
        }
        return judged;
    }

    private static @Nullable Double at(Map<OrderModel.Kind, double[]> of, OrderModel.Kind kind, int place) {
        double[] values = of.get(kind);
        return values == null ? null : round(values[place], 1);
    }

    /** Null where a model does not say. */
    private static @Nullable Double round(double number, int digits) {
        if (!Double.isFinite(number)) {
            return null;
        }
        double scale = Math.pow(10, digits);
        return Math.round(number * scale) / scale;
    }
}
