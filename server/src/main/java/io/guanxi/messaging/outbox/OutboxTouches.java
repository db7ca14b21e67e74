package io.guanxi.messaging.outbox;

import io.guanxi.experiment.Touches;
import io.guanxi.platform.Brand;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** The outbox by member, channel and day, in one COPY. */
@Component
class OutboxTouches implements Touches {

    private final DataSource source;
    private final JdbcClient postgres;
    private final Brand brand;

    OutboxTouches(DataSource source, JdbcClient postgres, Brand brand) {
        this.source = source;
        this.postgres = postgres;
        this.brand = brand;
    }

    @Override
    public void write(LocalDate from, LocalDate until, Path file) {
        String sql = """
                COPY (SELECT member_no, channel, CAST(timezone('%1$s', created_at) AS date), count(*), count(sent_at),
                             count(delivered_at), count(read_at), count(clicked_at)
                      FROM message
                      WHERE created_at >= '%2$s' AND created_at < '%3$s' AND state <> 'WITHDRAWN'
                      GROUP BY 1, 2, 3)
                TO STDOUT (FORMAT csv)""".formatted(
                        brand.zone().getId(),
                        from.atStartOfDay(brand.zone()).toInstant(),
                        until.plusDays(1).atStartOfDay(brand.zone()).toInstant());
        Connection connection = DataSourceUtils.getConnection(source);
        try (OutputStream rows = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, rows);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("copy", sql, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    @Override
    public Map<Long, String> contents(Set<Long> numbers) {
        Map<Long, String> names = new HashMap<>();
        postgres.sql("SELECT id, name FROM message_content WHERE id = ANY (?)")
                .param(numbers.toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong(1), row.getString(2));
                });
        return names;
    }
}
