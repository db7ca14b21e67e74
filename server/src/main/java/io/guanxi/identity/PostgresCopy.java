package io.guanxi.identity;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Moves many rows between PostgreSQL and CSV files, in the transaction that is open. */
@Component
final class PostgresCopy {

    private static final int BUFFER = 1 << 16;
    private final DataSource source;

    PostgresCopy(DataSource source) {
        this.source = source;
    }

    /**
     * {@return the number of rows read from a file into a table}
     *
     * @param target table with its columns, e.g. {@code member (member_no, created_at)}
     * @param file CSV without header; an unquoted empty field is null
     */
    long in(String target, Path file) {
        String sql = "COPY " + target + " FROM STDIN (FORMAT csv)";
        return with(sql, copy -> {
            try (InputStream rows = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
                return copy.copyIn(sql, rows, BUFFER);
            }
        });
    }

    /**
     * {@return the number of rows a query wrote to a file}
     *
     * @param query a SELECT
     * @param file CSV without header
     */
    long out(String query, Path file) {
        String sql = "COPY (" + query + ") TO STDOUT (FORMAT csv)";
        return with(sql, copy -> {
            try (OutputStream rows = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                return copy.copyOut(sql, rows);
            }
        });
    }

    private long with(String sql, Transfer transfer) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            return transfer.run(connection.unwrap(PGConnection.class).getCopyAPI());
        } catch (SQLException e) {
            throw new UncategorizedSQLException("copy", sql, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private interface Transfer {
        long run(CopyManager copy) throws SQLException, IOException;
    }
}
