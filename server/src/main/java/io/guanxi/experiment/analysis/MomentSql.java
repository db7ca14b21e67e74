package io.guanxi.experiment.analysis;

import io.guanxi.experiment.statistics.Moments;
import io.guanxi.experiment.statistics.UpliftCurve.Bin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds up the units of {@link UnitTable}, a statement each time. */
final class MomentSql {

    private static final int BINS = 10;
    private static final int FIRST_MEAN = 3;
    private static final int FIRST_PRODUCT = FIRST_MEAN + Moments.FIGURES;
    private static final int FIRST_GROUP = FIRST_PRODUCT + Moments.PRODUCTS;
    private static final String FIRST_DAY = "min(day)";

    private static final String OF_RATIOS = """
            avg(y), avg(x), avg(y0), avg(x0),
            count(*) * var_pop(y), count(*) * covar_pop(y, x), count(*) * covar_pop(y, y0), count(*) * covar_pop(y, x0),
            count(*) * var_pop(x), count(*) * covar_pop(x, y0), count(*) * covar_pop(x, x0),
            count(*) * var_pop(y0), count(*) * covar_pop(y0, x0), count(*) * var_pop(x0)""";

    /** Measured by the number of members, which is one for each of them. */
    private static final String OF_MEANS = """
            avg(y), 1, avg(y0), 1,
            count(*) * var_pop(y), 0, count(*) * covar_pop(y, y0), 0,
            0, 0, 0,
            count(*) * var_pop(y0), 0, 0""";

    private final JdbcClient sql;
    private final boolean clusters;

    MomentSql(JdbcClient sql, boolean clusters) {
        this.sql = sql;
        this.clusters = clusters;
    }

    /** {@return members of each arm} */
    Map<Integer, Long> members() {
        return counts("count(*)");
    }

    /** {@return clusters of each arm} */
    Map<Integer, Long> clusters() {
        return counts("count(DISTINCT cluster)");
    }

    private Map<Integer, Long> counts(String what) {
        Map<Integer, Long> counts = new HashMap<>();
        sql.sql("SELECT arm, " + what + " FROM " + UnitTable.NAME + " GROUP BY arm")
                .query(row -> {
                    counts.put(row.getInt(1), row.getLong(2));
                });
        return counts;
    }

    /** {@return units whose figure is not known} */
    long unknown(int metric) {
        return sql.sql("SELECT count(*) FROM %s WHERE y%d IS NULL".formatted(UnitTable.NAME, metric))
                .query(Long.class)
                .single();
    }

    /**
     * {@return what counts at most; empty where the figure is a yes or no, where nothing lies above, and where it would take
     * everything but the commonest value away}
     */
    Optional<Double> winsor(int metric, double quantile) {
        return sql.sql("""
                        SELECT most FROM (
                            SELECT quantile_cont(y%1$d, %2$s) AS most, max(y%1$d) AS highest, min(y%1$d) AS lowest,
                                   bool_and(y%1$d IN (0, 1)) AS yes_or_no
                            FROM %3$s WHERE y%1$d IS NOT NULL)
                        WHERE NOT yes_or_no AND most < highest AND most > lowest""".formatted(metric, quantile, UnitTable.NAME))
                .query(Double.class)
                .optional();
    }

    /**
     * A figure to add up.
     *
     * @param number of its metric
     * @param ratio whether it is measured by another sum than the number of members
     * @param most what counts at most, or null
     */
    record Figure(int number, boolean ratio, @Nullable Double most) {

        private String measured() {
            return most == null ? "y" + number : "least(y%d, %s)".formatted(number, most);
        }
    }

    /**
     * The moments of one figure.
     *
     * @param arms by arm
     * @param segments of each segment, by its values and arm
     */
    record Parts(Map<Integer, Moments> arms, List<Map<String, Map<Integer, Moments>>> segments) {}

    /** {@return moments by arm} */
    Map<Integer, Moments> byArm(Figure figure) {
        Map<Integer, Moments> arms = new HashMap<>();
        read(figure, List.of(), (_, arm, moments) -> arms.put(arm, moments));
        return arms;
    }

    /** {@return moments by day of exposure and arm, in order; a cluster stands on its first day} */
    Map<String, Map<Integer, Moments>> byDay(Figure figure) {
        return grouped(figure, clusters ? FIRST_DAY : "day");
    }

    /**
     * {@return moments by arm and by the values of each segment} Members are read once: what stands in the same segments is added
     * up in SQL, the sums here. A cluster has members in several parts of a segment, so each segment is read by itself.
     */
    Parts parts(Figure figure, int segments) {
        List<String> columns =
                IntStream.range(0, segments).mapToObj(segment -> "s" + segment).toList();
        if (clusters) {
            return new Parts(
                    byArm(figure),
                    columns.stream().map(column -> grouped(figure, column)).toList());
        }
        Parts parts = new Parts(
                new HashMap<>(),
                columns.stream()
                        .map(_ -> (Map<String, Map<Integer, Moments>>) new TreeMap<String, Map<Integer, Moments>>())
                        .toList());
        read(figure, columns, (values, arm, moments) -> {
            parts.arms().merge(arm, moments, Moments::plus);
            for (int segment = 0; segment < segments; segment++) {
                parts.segments()
                        .get(segment)
                        .computeIfAbsent(values.get(segment), _ -> new HashMap<>())
                        .merge(arm, moments, Moments::plus);
            }
        });
        return parts;
    }

    private Map<String, Map<Integer, Moments>> grouped(Figure figure, String group) {
        Map<String, Map<Integer, Moments>> groups = new TreeMap<>();
        read(figure, List.of(group), (values, arm, moments) -> groups.computeIfAbsent(
                        values.getFirst(), _ -> new HashMap<>())
                .put(arm, moments));
        return groups;
    }

    private interface Reader {

        /** Takes the moments of an arm within a group; a value that is not known is the empty text. */
        void take(List<String> values, int arm, Moments moments);
    }

    private void read(Figure figure, List<String> groups, Reader reader) {
        StringBuilder names = new StringBuilder();
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < groups.size(); i++) {
            names.append(", part").append(i);
            parts.append(", ").append(groups.get(i)).append(" AS part").append(i);
        }
        String units = clusters
                ? "SELECT arm%1$s, sum(%2$s) AS y, sum(b%3$d) AS x, sum(p%3$d) AS y0, sum(q%3$d) AS x0 FROM %4$s WHERE y%3$d IS NOT NULL GROUP BY arm, cluster"
                        + (groups.contains(FIRST_DAY) ? "" : names)
                : "SELECT arm%1$s, %2$s AS y, b%3$d AS x, p%3$d AS y0, q%3$d AS x0 FROM %4$s WHERE y%3$d IS NOT NULL";
        sql.sql("SELECT arm, count(*), %1$s%2$s FROM (%3$s) units GROUP BY arm%2$s"
                        .formatted(
                                clusters || figure.ratio() ? OF_RATIOS : OF_MEANS,
                                names,
                                units.formatted(parts, figure.measured(), figure.number(), UnitTable.NAME)))
                .query(row -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 0; i < groups.size(); i++) {
                        values.add(Objects.requireNonNullElse(row.getString(FIRST_GROUP + i), ""));
                    }
                    reader.take(values, row.getInt(1), moments(row));
                });
    }

    private static Moments moments(ResultSet row) throws SQLException {
        double[] means = new double[Moments.FIGURES];
        for (int i = 0; i < means.length; i++) {
            means[i] = row.getDouble(FIRST_MEAN + i);
        }
        double[] products = new double[Moments.PRODUCTS];
        for (int i = 0; i < products.length; i++) {
            products[i] = row.getDouble(FIRST_PRODUCT + i);
        }
        return Moments.of(row.getLong(2), means, products);
    }

    /** {@return ten bins of the score, best first, of the control and one arm} */
    List<Bin> bins(Figure figure, int arm) {
        return sql.sql("""
                        SELECT count(*) FILTER (arm = 0), coalesce(sum(y) FILTER (arm = 0), 0),
                               count(*) FILTER (arm > 0), coalesce(sum(y) FILTER (arm > 0), 0)
                        FROM (SELECT arm, %s AS y, ntile(%d) OVER (ORDER BY score DESC) AS bin FROM %s
                              WHERE y%d IS NOT NULL AND score IS NOT NULL AND arm IN (0, %d)) ranked
                        GROUP BY bin ORDER BY bin""".formatted(figure.measured(), BINS, UnitTable.NAME, figure.number(), arm))
                .query((row, _) -> new Bin(row.getLong(1), row.getDouble(2), row.getLong(3), row.getDouble(4)))
                .list();
    }
}
