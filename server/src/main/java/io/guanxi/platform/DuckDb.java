package io.guanxi.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One DuckDB instance, handing out cheap connections to itself. Sessions run in UTC. Temporary tables
 * belong to one connection, others to the instance.
 */
public final class DuckDb implements AutoCloseable {

    /**
     * Rows of a page up to which only the columns a page is ordered and chosen by are read of all rows, the others of the page's
     * rows: a list of a thousand and the one row that says whether there are more. DuckDB's own 50 is one too few for a page of 50.
     */
    private static final int ROWS_READ_LATE = 1001;

    /**
     * DuckDB cuts a large sum by a column in whose order the rows lie into ranges of it, and has each of them read all that the question
     * asks for. We cut by members ourselves: 10 million rows of a range took 0.15 s so, and 0.5 where they were cut once more, in a
     * table of 94 million; one of 372 million took 1.4 s instead of 0.2.
     */
    private static final String CUT_ALREADY = "partitioned_execution";

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final DuckDBConnection root;
    private final int threads;
    private final AtomicLong names = new AtomicLong();

    private DuckDb(DuckDBConnection root, int threads) {
        this.root = root;
        this.threads = threads;
    }

    /**
     * Opens an instance that lives in memory and spills to a folder. A statement uses all processors.
     *
     * @param temp where it spills
     * @param memory limit, e.g. {@code 2GB}
     * @return the instance
     */
    public static DuckDb inMemory(Path temp, String memory) {
        return open(null, temp, memory, PROCESSORS);
    }

    /**
     * Opens an instance that lives in memory and whose statements use one processor each. Where they are short and many,
     * threads that wait for each other would take two fifths more processor time.
     *
     * @param temp where it spills
     * @param memory limit, e.g. {@code 2GB}
     * @return the instance
     */
    public static DuckDb forShortWork(Path temp, String memory) {
        return open(null, temp, memory, 1);
    }

    /**
     * Opens an instance kept in a file.
     *
     * @param file the database file; made where absent
     * @param temp where it spills
     * @param memory limit, e.g. {@code 4GB}
     * @return the instance
     */
    public static DuckDb inFile(Path file, Path temp, String memory) {
        return open(file, temp, memory, PROCESSORS);
    }

    private static DuckDb open(@Nullable Path file, Path temp, String memory, int threads) {
        Properties settings = new Properties();
        settings.setProperty("temp_directory", temp.toString());
        settings.setProperty("memory_limit", memory);
        settings.setProperty("threads", Integer.toString(threads));
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:" + (file == null ? "" : file), settings);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET GLOBAL TimeZone = 'UTC'");
                statement.execute("SET GLOBAL late_materialization_max_rows = " + ROWS_READ_LATE);
                statement.execute("SET GLOBAL disabled_optimizers = '" + CUT_ALREADY + "'");
            }
            return new DuckDb(connection.unwrap(DuckDBConnection.class), threads);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open DuckDB " + (file == null ? "in memory" : file), e);
        }
    }

    /**
     * {@return a connection of its own, with its own temporary tables; close it}
     *
     * @throws SQLException where the instance is closed
     */
    public Connection connect() throws SQLException {
        return root.duplicate();
    }

    /** {@return a client that takes a fresh connection for each statement} */
    public JdbcClient client() {
        return JdbcClient.create(new DuckDbQueries(new Connections()));
    }

    /**
     * {@return a client whose statements share one connection, and so its temporary tables and its transaction}
     *
     * @param connection to a DuckDB instance; it stays the caller's to close
     */
    public static JdbcClient client(Connection connection) {
        return JdbcClient.create(new DuckDbQueries(new SingleConnectionDataSource(connection, true)));
    }

    /** {@return a name that no table of this instance has had, for one that several connections have to see} */
    public String freshName() {
        return "made_" + names.incrementAndGet();
    }

    /**
     * Does the same to many things, on as many connections as there are processors, each of which works alone: for statements
     * too small to be shared out among threads. The first failure ends the others as soon as they are through with theirs.
     *
     * @param things what to work on
     * @param work is given a connection's statements
     * @return the answers, in the order of the things
     * @param <T> a thing
     * @param <R> an answer
     */
    public <T, R> List<R> sideBySide(List<T> things, BiFunction<JdbcClient, T, R> work) {
        try (Connection connection = connect();
                Statement settings = connection.createStatement()) {
            settings.execute("SET GLOBAL threads = 1");
            try {
                return new SideBySide<>(this, things, work).run(PROCESSORS);
            } finally {
                settings.execute("SET GLOBAL threads = " + threads);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the instance is closed", e);
        }
    }

    @Override
    public void close() throws SQLException {
        root.close();
    }

    /** The view of this instance that Spring's clients want; no bean, so that PostgreSQL stays the only data source. */
    private final class Connections extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            return connect();
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return connect();
        }
    }
}
