package io.guanxi.value.lifetime;

import io.guanxi.platform.DuckDb;
import io.guanxi.platform.Progress;
import io.guanxi.value.model.ValueModels;
import io.guanxi.value.scoring.ModelBench;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.hipparchus.random.RandomDataGenerator;

/** A mart in memory that holds orders only. */
final class BuyersInMemory implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final DuckDb mart = DuckDb.inMemory(Path.of(System.getProperty("java.io.tmpdir")), "512MB");

    BuyersInMemory() {
        run("CREATE TABLE event_name AS SELECT CAST(1 AS SMALLINT) AS event_no, 'Order Completed' AS event UNION ALL"
                + " SELECT CAST(2 AS SMALLINT), 'Order Refunded'");
        run("CREATE TABLE member_day (member_no INTEGER, day DATE, event_no SMALLINT, n INTEGER, amount DECIMAL(18,2),"
                + " quantity DOUBLE, first_ts TIMESTAMP, last_ts TIMESTAMP)");
        run("CREATE TABLE member (member_no INTEGER, created_day DATE, channel VARCHAR)");
    }

    private void run(String statement) {
        mart.client().sql(statement).update();
    }

    BuyersInMemory anOrder(int member, int daysAgo, double amount) {
        return event(member, daysAgo, 1, amount);
    }

    BuyersInMemory aRefund(int member, int daysAgo, double amount) {
        return event(member, daysAgo, 2, amount);
    }

    private BuyersInMemory event(int member, int daysAgo, int event, double amount) {
        run("INSERT INTO member SELECT " + member
                + ", DATE '2020-01-01', NULL WHERE NOT EXISTS (FROM member WHERE member_no = " + member + ")");
        mart.client()
                .sql("INSERT INTO member_day VALUES (?, ?, ?, 1, ?, NULL, NULL, NULL)")
                .params(member, TODAY.minusDays(daysAgo), event, amount)
                .update();
        return this;
    }

    /**
     * Buyers who order and leave as BG/NBD has it (where a is 0 nobody leaves), and spend as Gamma-Gamma has it (p 5, q 4, v 30).
     *
     * @param buyers how many
     * @param weeks over how many weeks first orders are spread, and orders known
     */
    BuyersInMemory simulated(int buyers, int weeks, double r, double alpha, double a, double b) {
        RandomDataGenerator random = new RandomDataGenerator(4_711);
        SplittableRandom coin = new SplittableRandom(4_711);
        run("CREATE TABLE simulated_order (member_no INTEGER, days_ago INTEGER, amount DOUBLE)");
        run("INSERT INTO member SELECT i + 1, DATE '2020-01-01', NULL FROM range(" + buyers + ") AS r (i)");
        try (Connection connection = mart.connect()) {
            try (DuckDBAppender rows =
                    connection.unwrap(DuckDBConnection.class).createAppender("main", "simulated_order")) {
                for (int buyer = 1; buyer <= buyers; buyer++) {
                    double rate = random.nextGamma(r, 1 / alpha);
                    double leaving = a == 0 ? 0 : random.nextBeta(a, b);
                    double spending = random.nextGamma(4, 1 / 30.0);
                    double time = coin.nextDouble(weeks * 0.7);
                    boolean first = true;
                    while (time < weeks) {
                        rows.beginRow();
                        rows.append(buyer);
                        rows.append((int) ((weeks - time) * 7));
                        rows.append(random.nextGamma(5, 1 / spending));
                        rows.endRow();
                        if (!first && coin.nextDouble() < leaving) {
                            break;
                        }
                        first = false;
                        time += random.nextExponential(1 / rate);
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        mart.client().sql("""
                        INSERT INTO member_day
                        SELECT member_no, CAST(? AS DATE) - days_ago, 1, count(*), sum(CAST(amount AS DECIMAL(18, 2))), NULL, NULL, NULL
                        FROM simulated_order GROUP BY ALL""").param(TODAY).update();
        return this;
    }

    ModelBench bench() {
        try {
            return ModelBench.trial(mart.connect(), ValueModels.standard(), TODAY);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    FoundLifetime fit() {
        try (ModelBench bench = bench()) {
            return new FitWork(bench, TODAY, new Progress(Clock.systemUTC())).run();
        }
    }

    /** Predicts everybody; the bench has the results. */
    ModelBench predicted(FoundLifetime found) {
        ModelBench bench = bench();
        Progress progress = new Progress(Clock.systemUTC());
        bench.make(List.of("lifetime_case"), progress, 0, 1);
        LifetimePrediction.lay(bench.sql(), found, 1, bench.parameters()::number);
        bench.make(List.of("member_lifetime", "lifetime_class"), progress, 0, 1);
        return bench;
    }

    @Override
    public void close() {
        try {
            mart.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
