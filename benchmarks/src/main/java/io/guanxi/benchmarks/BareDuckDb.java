package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB without anything around it, as a program of its own would use it: the peer. */
final class BareDuckDb implements AutoCloseable {

    private final Connection connection;

    /**
     * Opens it in memory.
     *
     * @param temp where it spills
     */
    BareDuckDb(Path temp) throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("SET temp_directory = '" + temp + "'");
        execute("SET memory_limit = '6GB'");
        execute("SET preserve_insertion_order = false");
        execute("SET TimeZone = 'UTC'");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** {@return seconds that a statement takes} */
    double seconds(String sql) throws SQLException {
        long begun = System.nanoTime();
        execute(sql);
        return (System.nanoTime() - begun) / 1e9;
    }

    /** {@return a query that lies beside the classes} */
    static String resource(String name) throws IOException {
        try (var in = BareDuckDb.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
