package io.guanxi.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/** The server's own PostgreSQL child, used without the server: the peer, and the witness. */
final class Postgres implements AutoCloseable {

    static final String USER = "postgres";

    private final Connection connection;
    private final String url;
    private final String password;

    /**
     * Connects.
     *
     * @param data the server's data folder
     */
    Postgres(Path data) throws IOException, SQLException {
        List<String> postmaster = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        this.url = "jdbc:postgresql://127.0.0.1:" + postmaster.get(3).strip() + "/";
        this.password = Files.readString(data.resolve("postgres.password")).strip();
        this.connection = DriverManager.getConnection(url("postgres"), USER, password);
    }

    /** {@return where a database of this server is} */
    String url(String database) {
        return url + database;
    }

    String password() {
        return password;
    }

    long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    double decimal(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Copies a CSV file into a table; answers the rows. */
    long copyIn(String table, Path csv) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(csv)) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " FROM STDIN (FORMAT csv)", in, 1 << 20);
        }
    }

    /** Copies the newest rows of the inbox into a file. */
    long copyInboxTo(Path csv, long most) throws SQLException, IOException {
        try (var out = Files.newOutputStream(csv)) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (SELECT * FROM inbox ORDER BY position DESC LIMIT " + most
                                    + ") TO STDOUT (FORMAT csv)",
                            out);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
