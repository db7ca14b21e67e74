package io.guanxi.collect.imports;

import io.guanxi.platform.DuckDb;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import io.guanxi.platform.SqlText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.duckdb.DuckDBPreparedStatement;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A DuckDB instance of its own in which a user's map runs: it can reach the named files and nothing else, neither disk nor
 * network, and its settings are locked. Its clock is the brand's, so that a time without a zone is the brand's local time.
 */
final class Sandbox implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 100;

    private final DuckDb instance;
    private final Connection connection;

    private Sandbox(DuckDb instance, Connection connection) {
        this.instance = instance;
        this.connection = connection;
    }

    /**
     * Opens an instance and locks it.
     *
     * @param reachable the only files it may read or write
     * @param zone the brand's
     * @param spill an empty folder for what does not fit in memory
     * @param memory limit, e.g. {@code 2GB}
     */
    static Sandbox open(List<Path> reachable, ZoneId zone, Path spill, String memory) throws SQLException {
        DuckDb instance = DuckDb.inMemory(spill, memory);
        Connection connection = instance.connect();
        String paths = reachable.stream().map(SqlText::literal).collect(Collectors.joining(", ", "[", "]"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = '" + zone.getId() + "'");
            statement.execute("SET enable_progress_bar = true");
            statement.execute("SET enable_progress_bar_print = false");
            statement.execute("SET allowed_paths = " + paths);
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
        }
        return new Sandbox(instance, connection);
    }

    /** {@return statements on the one connection} */
    JdbcClient sql() {
        return DuckDb.client(connection);
    }

    /** Runs a short statement. Never through a template: a user's {@code [1:3]} is no named parameter. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** {@return the columns a SELECT yields} */
    List<MapColumns.Column> columnsOf(String select) throws SQLException {
        List<MapColumns.Column> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DESCRIBE " + select)) {
            while (rows.next()) {
                columns.add(new MapColumns.Column(rows.getString("column_name"), rows.getString("column_type")));
            }
        }
        return columns;
    }

    /** Runs a statement that may take long, telling how far it is; ends it when the work is cancelled or takes too long. */
    void run(String sql, Stage stage, Duration longest) throws SQLException, InterruptedException {
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            DuckDBPreparedStatement statement = prepared.unwrap(DuckDBPreparedStatement.class);
            FutureTask<Boolean> work = new FutureTask<>(statement::execute);
            Thread.ofPlatform().name("import-map").start(work);
            long begun = System.nanoTime();
            while (!finished(work)) {
                boolean late = System.nanoTime() - begun > longest.toNanos();
                if (late || stage.progress().cancelled()) {
                    statement.cancel();
                    awaitEnd(work);
                    stage.at(1);
                    throw tooSlow(longest);
                }
                stage.at(statement.getQueryProgress().getPercentage() / 100);
            }
        }
    }

    private static boolean finished(FutureTask<Boolean> work) throws SQLException, InterruptedException {
        try {
            work.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void awaitEnd(FutureTask<Boolean> work) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            // interrupted, as asked
        }
    }

    private static Problem tooSlow(Duration longest) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "import.map-too-slow",
                "The map was stopped after " + longest.toSeconds()
                        + " seconds; a join or cross product may be too large.",
                List.of());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        instance.close();
    }

    /**
     * A stretch of the whole work.
     *
     * @param progress of the whole
     * @param phase its word
     * @param from share of the whole done before
     * @param to share of the whole done after
     */
    record Stage(Progress progress, String phase, double from, double to) {

        void at(double fraction) {
            progress.at(phase, from + (to - from) * Math.clamp(fraction, 0, 1));
        }
    }
}
