package io.guanxi.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * One DuckDB instance, handing out cheap connections to itself. Sessions run in UTC. Temporary tables
 * belong to one connection.
 */
public final class DuckDb implements AutoCloseable {

    private final DuckDBConnection root;

    private DuckDb(DuckDBConnection root) {
        this.root = root;
    }

    /**
     * Opens an instance that lives in memory and spills to a folder.
     *
     * @param temp where it spills
     * @param memory limit, e.g. {@code 2GB}
     * @return the instance
     */
    public static DuckDb inMemory(Path temp, String memory) {
        return open(null, temp, memory);
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
        return open(file, temp, memory);
    }

    private static DuckDb open(@Nullable Path file, Path temp, String memory) {
        Properties settings = new Properties();
        settings.setProperty("temp_directory", temp.toString());
        settings.setProperty("memory_limit", memory);
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:" + (file == null ? "" : file), settings);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET GLOBAL TimeZone = 'UTC'");
            }
            return new DuckDb(connection.unwrap(DuckDBConnection.class));
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
        return JdbcClient.create(new Connections());
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
