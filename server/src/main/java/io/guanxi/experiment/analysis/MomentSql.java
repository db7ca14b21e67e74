package io.guanxi.experiment.analysis;

import io.guanxi.experiment.statistics.Moments;
import io.guanxi.experiment.statistics.UpliftCurve.Bin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds up the units of {@link UnitTable}: one statement a metric and grouping. */
final class MomentSql {

    private static final int BINS = 10;

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

    /** {@return moments by arm} */
    Map<Integer, Moments> byArm(int metric, @Nullable Double most) {
        Map<Integer, Moments> arms = new HashMap<>();
        grouped(metric, most, "NULL").forEach((group, moments) -> arms.putAll(moments));
        return arms;
    }

    /** {@return moments by day of exposure and arm, in order; a cluster stands on its first day} */
    Map<String, Map<Integer, Moments>> byDay(int metric, @Nullable Double most) {
        return grouped(metric, most, clusters ? "CAST(min(day) AS VARCHAR)" : "CAST(day AS VARCHAR)");
    }

    /** {@return moments by value of a segment and arm} */
    Map<String, Map<Integer, Moments>> bySegment(int metric, @Nullable Double most, int segment) {
        return grouped(metric, most, "s" + segment);
    }

    private Map<String, Map<Integer, Moments>> grouped(int metric, @Nullable Double most, String group) {
        Map<String, Map<Integer, Moments>> groups = new TreeMap<>();
        String measured = most == null ? "y" + metric : "least(y%d, %s)".formatted(metric, most);
        boolean groupIsSum = group.contains("min(");
        String units = clusters
                ? "SELECT arm, %1$s AS part, sum(%2$s) AS y, sum(b%3$d) AS x, sum(p%3$d) AS y0, sum(q%3$d) AS x0 FROM %4$s WHERE y%3$d IS NOT NULL GROUP BY arm, cluster"
                        + (groupIsSum || group.equals("NULL") ? "" : ", " + group)
                : "SELECT arm, %1$s AS part, %2$s AS y, b%3$d AS x, p%3$d AS y0, q%3$d AS x0 FROM %4$s WHERE y%3$d IS NOT NULL";
        sql.sql("""
                        SELECT arm, part, count(*), avg(y), avg(x), avg(y0), avg(x0),
                               count(*) * covar_pop(y, y), count(*) * covar_pop(y, x), count(*) * covar_pop(y, y0),
                               count(*) * covar_pop(y, x0), count(*) * covar_pop(x, x), count(*) * covar_pop(x, y0),
                               count(*) * covar_pop(x, x0), count(*) * covar_pop(y0, y0), count(*) * covar_pop(y0, x0),
                               count(*) * covar_pop(x0, x0)
                        FROM (%s) units GROUP BY arm, part""".formatted(units.formatted(group, measured, metric, UnitTable.NAME)))
                .query(row -> {
                    String part = row.getString(2);
                    groups.computeIfAbsent(part == null ? "" : part, _ -> new HashMap<>())
                            .put(row.getInt(1), moments(row));
                });
        return groups;
    }

    private static Moments moments(ResultSet row) throws SQLException {
        double[] means = new double[Moments.FIGURES];
        for (int i = 0; i < means.length; i++) {
            means[i] = row.getDouble(4 + i);
        }
        double[] products = new double[10];
        for (int i = 0; i < products.length; i++) {
            products[i] = row.getDouble(8 + i);
        }
        return Moments.of(row.getLong(3), means, products);
    }

    /** {@return ten bins of the score, best first, of the control and one arm} */
    List<Bin> bins(int metric, @Nullable Double most, int arm) {
        String measured = most == null ? "y" + metric : "least(y%d, %s)".formatted(metric, most);
        return sql.sql("""
                        SELECT count(*) FILTER (arm = 0), coalesce(sum(y) FILTER (arm = 0), 0),
                               count(*) FILTER (arm > 0), coalesce(sum(y) FILTER (arm > 0), 0)
                        FROM (SELECT arm, %s AS y, ntile(%d) OVER (ORDER BY score DESC) AS bin FROM %s
                              WHERE y%d IS NOT NULL AND score IS NOT NULL AND arm IN (0, %d)) ranked
                        GROUP BY bin ORDER BY bin""".formatted(measured, BINS, UnitTable.NAME, metric, arm))
                .query((row, _) -> new Bin(row.getLong(1), row.getDouble(2), row.getLong(3), row.getDouble(4)))
                .list();
    }
}
