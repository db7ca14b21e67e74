package io.guanxi.value.lifetime;

import io.guanxi.value.lifetime.estimate.OrderModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A model of orders as a table: its value at every pair of repeats and days that occurs among the buyers. Days are whole, so that
 * millions of buyers have some ten thousand pairs; the rest of a prediction is arithmetic of the database.
 */
final class LifetimePoints {

    /** How far ahead predictions look, in days. */
    static final List<Integer> AHEAD = List.of(30, 90, 365);

    private static final int DAYS_A_WEEK = 7;
    private static final int STRETCH = 20_000;

    private LifetimePoints() {}

    /**
     * Lays the temporary table {@code lifetime_point (repeats, days, log_left, log_alive, left_later, ahead_30 …)}.
     *
     * @param sql the connection
     * @param model the model; without one the table is empty
     * @param cases the table of buyers: {@code repeats}, {@code last_days}, {@code age_days}
     * @param ahead how far it looks, in days
     */
    static void lay(JdbcClient sql, @Nullable OrderModel model, String cases, List<Integer> ahead) {
        sql.sql(
                        "CREATE OR REPLACE TEMP TABLE lifetime_point (repeats INTEGER, days INTEGER, log_left DOUBLE, log_alive DOUBLE,"
                                + " left_later DOUBLE, "
                                + ahead.stream()
                                        .map(days -> "ahead_" + days + " DOUBLE")
                                        .collect(Collectors.joining(", "))
                                + ")")
                .update();
        if (model == null) {
            return;
        }
        List<Pair> stretch = new ArrayList<>(STRETCH);
        sql.sql("SELECT repeats, last_days AS days FROM " + cases + " UNION SELECT repeats, age_days FROM " + cases
                        + " ORDER BY 1, 2")
                .query(row -> {
                    stretch.add(new Pair(row.getInt("repeats"), row.getInt("days")));
                    if (stretch.size() == STRETCH) {
                        write(sql, model, stretch, ahead);
                        stretch.clear();
                    }
                });
        if (!stretch.isEmpty()) {
            write(sql, model, stretch, ahead);
        }
    }

    private record Pair(int repeats, int days) {}

    private static void write(JdbcClient sql, OrderModel model, List<Pair> pairs, List<Integer> ahead) {
        double[][] columns = new double[3 + ahead.size()][pairs.size()];
        IntStream.range(0, pairs.size()).parallel().forEach(i -> {
            int x = pairs.get(i).repeats();
            double weeks = (double) pairs.get(i).days() / DAYS_A_WEEK;
            columns[0][i] = model.logLeft(x, weeks);
            columns[1][i] = model.logAlive(x, weeks);
            columns[2][i] = model.leftLater(x, weeks);
            for (int k = 0; k < ahead.size(); k++) {
                columns[3 + k][i] = model.ahead(x, weeks, (double) ahead.get(k) / DAYS_A_WEEK);
            }
        });
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("repeats", pairs.stream().map(Pair::repeats).toList().toString());
        parameters.put("days", pairs.stream().map(Pair::days).toList().toString());
        StringBuilder select =
                new StringBuilder("SELECT unnest(CAST(:repeats AS INTEGER[])), unnest(CAST(:days AS INTEGER[]))");
        for (int k = 0; k < columns.length; k++) {
            select.append(", unnest(CAST(:column_").append(k).append(" AS DOUBLE[]))");
            parameters.put("column_" + k, Arrays.toString(columns[k]));
        }
        sql.sql("INSERT INTO lifetime_point " + select).params(parameters).update();
    }
}
