package io.guanxi.value.lifetime;

import io.guanxi.value.lifetime.estimate.BuyerGroups;
import io.guanxi.value.lifetime.estimate.SpendGroups;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads buyers for fitting, equal ones as one row; of a large brand one in so many, so that memory and time stay bounded. */
final class BuyerRows {

    /** Above this many buyers one in some is fitted to: the parameters' errors are then far below any that matters. */
    static final long MOST = 1_000_000;

    private static final double DAYS_A_WEEK = 7;

    private BuyerRows() {}

    static int every(long buyers) {
        return (int) ((buyers + MOST - 1) / MOST);
    }

    static BuyerGroups groups(JdbcClient sql, String cases, int every) {
        Columns columns = new Columns();
        sql.sql("SELECT repeats, last_days, age_days, count(*) AS buyers FROM " + cases
                        + " WHERE member_no % :every = 0 GROUP BY ALL ORDER BY ALL")
                .param("every", Math.max(1, every))
                .query(row -> {
                    columns.add(row.getInt(1), row.getInt(2), row.getInt(3), 0, row.getLong(4));
                });
        return new BuyerGroups(
                Arrays.copyOf(columns.one, columns.size),
                Arrays.copyOf(columns.two, columns.size),
                Arrays.copyOf(columns.three, columns.size),
                Arrays.copyOf(columns.buyers, columns.size),
                DAYS_A_WEEK);
    }

    static SpendGroups spend(JdbcClient sql, int every) {
        Columns columns = new Columns();
        sql.sql("""
                        SELECT repeats, CAST(repeat_spend AS DOUBLE) AS spend, count(*) AS buyers
                        FROM lifetime_case WHERE repeats > 0 AND repeat_spend > 0 AND member_no % :every = 0
                        GROUP BY ALL ORDER BY ALL""").param("every", Math.max(1, every)).query(row -> {
            columns.add(row.getInt(1), 0, 0, row.getDouble(2), row.getLong(3));
        });
        return new SpendGroups(
                Arrays.copyOf(columns.one, columns.size),
                Arrays.copyOf(columns.spend, columns.size),
                Arrays.copyOf(columns.buyers, columns.size));
    }

    static @Nullable Double correlation(JdbcClient sql) {
        return sql.sql("""
                        SELECT CASE WHEN isfinite(c) THEN round(c, 4) END
                        FROM (SELECT corr(repeats, CAST(repeat_spend AS DOUBLE) / repeats) AS c
                              FROM lifetime_case WHERE repeats > 0 AND repeat_spend > 0)""").query(Double.class).optional().orElse(null);
    }

    /** Columns that grow by halves. */
    private static final class Columns {

        private int size;
        private int[] one = new int[1024];
        private int[] two = new int[1024];
        private int[] three = new int[1024];
        private double[] spend = new double[1024];
        private long[] buyers = new long[1024];

        void add(int first, int second, int third, double money, long count) {
            if (size == one.length) {
                int larger = size + size / 2;
                one = Arrays.copyOf(one, larger);
                two = Arrays.copyOf(two, larger);
                three = Arrays.copyOf(three, larger);
                spend = Arrays.copyOf(spend, larger);
                buyers = Arrays.copyOf(buyers, larger);
            }
            one[size] = first;
            two[size] = second;
            three[size] = third;
            spend[size] = money;
            buyers[size] = count;
            size++;
        }
    }
}
