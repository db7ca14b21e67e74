package io.guanxi.value.scoring;

import io.guanxi.platform.DuckDb;
import io.guanxi.platform.Progress;
import io.guanxi.platform.SqlText;
import io.guanxi.value.ValueModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mart in memory, filled by hand. Days are given as days before {@link #TODAY}, which is a Friday. */
final class BrandInMemory implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final DuckDb mart = DuckDb.inMemory(Path.of(System.getProperty("java.io.tmpdir")), "512MB");

    BrandInMemory() {
        run("CREATE TABLE event_name (event_no SMALLINT, event VARCHAR)");
        run("CREATE TABLE member_day (member_no INTEGER, day DATE, event_no SMALLINT, n INTEGER, amount DECIMAL(18,2),"
                + " quantity DOUBLE, first_ts TIMESTAMP, last_ts TIMESTAMP)");
        run("CREATE TABLE member (member_no INTEGER, created_day DATE, channel VARCHAR)");
    }

    static LocalDate daysAgo(int days) {
        return TODAY.minusDays(days);
    }

    BrandInMemory aMember(int no, int joinedDaysAgo) {
        return aMember(no, joinedDaysAgo, "live-code");
    }

    BrandInMemory aMember(int no, int joinedDaysAgo, String channel) {
        mart.client()
                .sql("INSERT INTO member VALUES (?, ?, ?)")
                .param(no)
                .param(daysAgo(joinedDaysAgo))
                .param(channel)
                .update();
        return this;
    }

    BrandInMemory anOrder(int member, int daysAgo, double amount) {
        return event(member, daysAgo, "Order Completed", 1, amount);
    }

    BrandInMemory event(int member, int daysAgo, String event, int n) {
        return event(member, daysAgo, event, n, null);
    }

    BrandInMemory event(int member, int daysAgo, String event, int n, @Nullable Double amount) {
        mart.client().sql("""
                        INSERT INTO event_name
                        SELECT coalesce((SELECT max(event_no) FROM event_name), 0) + 1, :event
                        WHERE NOT EXISTS (FROM event_name WHERE event = :event)""").param("event", event).update();
        mart.client()
                .sql("""
                        INSERT INTO member_day
                        SELECT :member, :day, event_no, :n, :amount, NULL, :day + INTERVAL 9 HOUR, :day + INTERVAL 20 HOUR
                        FROM event_name WHERE event = :event""")
                .param("member", member)
                .param("day", daysAgo(daysAgo))
                .param("n", n)
                .param("amount", amount)
                .param("event", event)
                .update();
        return this;
    }

    BrandInMemory run(String statement) {
        mart.client().sql(statement).update();
        return this;
    }

    BrandInMemory scored(ValueModel model) {
        return scored(model, TODAY);
    }

    BrandInMemory scored(ValueModel model, LocalDate asOf) {
        try (ModelBench bench = ModelBench.on(mart.connect(), model, asOf)) {
            bench.make(Models.RESULTS, new Progress(Clock.systemUTC()), 0, 1);
            bench.sql().sql("""
                    CREATE OR REPLACE TABLE main.raw_sum AS
                    SELECT member_no, raw_consumption, raw_content, raw_interaction, raw_social FROM member_fact""").update();
            bench.sql()
                    .sql("CREATE OR REPLACE TABLE main.mover_bound AS SELECT * FROM mover_candidate")
                    .update();
            bench.publish();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /** What one member was, day by day; a row a day, oldest first. */
    List<String> history(ValueModel model, int member, int days) {
        try (ModelBench bench = ModelBench.trial(mart.connect(), model, TODAY)) {
            bench.sql()
                    .sql("CREATE TEMP TABLE member_day AS SELECT * FROM main.member_day WHERE member_no = ?")
                    .param(member)
                    .update();
            bench.sql().sql("""
                            CREATE TEMP TABLE history_day AS
                            SELECT CAST(:today AS DATE) - CAST(ago AS INTEGER) AS day FROM range(0, :days) AS r (ago)""").param("today", TODAY).param("days", days).update();
            bench.make(Models.OF_A_MEMBER, new Progress(Clock.systemUTC()), 0, 1);
            return bench
                    .sql()
                    .sql(
                            "SELECT day, value, consumption, content, interaction, social, stage, layer FROM member_history"
                                    + " ORDER BY day")
                    .query()
                    .listOfRows()
                    .stream()
                    .map(BrandInMemory::line)
                    .toList();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What members were worth at the ends of some days, without some events: member, day and value, in this order. */
    List<String> past(ValueModel model, List<LocalDate> days, List<String> without) {
        try {
            Path file = Files.createTempFile("past", ".parquet");
            try {
                MartPastValues.write(mart.connect(), model, days, without, file, Clock.systemUTC());
                return rows("SELECT member_no, day, value FROM read_parquet(" + SqlText.literal(file)
                        + ") ORDER BY member_no, day");
            } finally {
                Files.delete(file);
            }
        } catch (IOException | SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String line(Map<String, Object> row) {
        return String.join(" ", row.values().stream().map(String::valueOf).toList());
    }

    /** Rows of the mart, each as its columns' text joined by blanks. */
    List<String> rows(String query) {
        return mart.client().sql(query).query().listOfRows().stream()
                .map(BrandInMemory::line)
                .toList();
    }

    Map<String, @Nullable Object> score(int member) {
        return mart.client()
                .sql("SELECT * FROM member_score JOIN raw_sum USING (member_no) WHERE member_no = ?")
                .param(member)
                .query()
                .singleRow();
    }

    double number(int member, String column) {
        return ((Number) Objects.requireNonNull(score(member).get(column))).doubleValue();
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
