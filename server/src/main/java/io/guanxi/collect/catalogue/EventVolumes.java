package io.guanxi.collect.catalogue;

import io.guanxi.lake.Lake;
import io.guanxi.lake.LakeFile;
import io.guanxi.platform.DuckDb;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many events of each name each file of the lake holds. Files never change, so each is counted once; after that only new
 * ones are read, three columns of them.
 */
@Component
class EventVolumes {

    private static final String COUNT = """
            INSERT INTO catalogue_volume
            SELECT filename, event, day, count(*), min(ts), max(ts)
            FROM read_parquet([%s], filename = true, hive_partitioning = false) GROUP BY ALL""";
    private static final int FILES_AT_ONCE = 500;

    private final Lake lake;
    private final JdbcClient sql;
    private final Set<Path> counted = new HashSet<>();

    /** The figures of one name. */
    record Total(String event, long count, Instant first, Instant last) {}

    /** One name's events of one day. */
    record Daily(String event, LocalDate day, long count) {}

    EventVolumes(Lake lake, DuckDb staging) {
        this.lake = lake;
        this.sql = staging.client();
        sql.sql("""
                CREATE TABLE IF NOT EXISTS catalogue_volume (
                    file VARCHAR, event VARCHAR, day DATE, n BIGINT, first_ts TIMESTAMPTZ, last_ts TIMESTAMPTZ)
                """).update();
    }

    synchronized List<Total> totals() {
        catchUp();
        return sql.sql("""
                        SELECT event, CAST(sum(n) AS BIGINT) AS n, min(first_ts) AS first_ts, max(last_ts) AS last_ts
                        FROM catalogue_volume GROUP BY event ORDER BY n DESC, event
                        """).query(EventVolumes::total).list();
    }

    synchronized List<Daily> daily(LocalDate since) {
        return sql.sql("""
                        SELECT event, day, CAST(sum(n) AS BIGINT) AS n FROM catalogue_volume WHERE day >= CAST(? AS DATE)
                        GROUP BY event, day ORDER BY event, day
                        """)
                .param(since.toString())
                .query((row, number) ->
                        new Daily(row.getString("event"), row.getObject("day", LocalDate.class), row.getLong("n")))
                .list();
    }

    /** {@return files that hold events of a name, the latest day first} */
    synchronized List<Path> filesWith(String event) {
        catchUp();
        return sql.sql("SELECT file FROM catalogue_volume WHERE event = ? ORDER BY day DESC, file DESC")
                .param(event)
                .query((row, number) -> Path.of(row.getString("file")))
                .list();
    }

    private void catchUp() {
        Set<Path> now = lake.view().files().stream().map(LakeFile::path).collect(Collectors.toSet());
        Set<Path> gone = counted.stream().filter(file -> !now.contains(file)).collect(Collectors.toSet());
        if (!gone.isEmpty()) {
            sql.sql("DELETE FROM catalogue_volume WHERE file IN (" + literals(List.copyOf(gone)) + ")")
                    .update();
            counted.removeAll(gone);
        }
        List<Path> fresh =
                now.stream().filter(file -> !counted.contains(file)).sorted().toList();
        for (int from = 0; from < fresh.size(); from += FILES_AT_ONCE) {
            List<Path> some = fresh.subList(from, Math.min(fresh.size(), from + FILES_AT_ONCE));
            sql.sql(COUNT.formatted(literals(some))).update();
            counted.addAll(some);
        }
    }

    private static String literals(List<Path> files) {
        return files.stream().map(io.guanxi.platform.SqlText::literal).collect(Collectors.joining(", "));
    }

    private static Total total(ResultSet row, int number) throws SQLException {
        return new Total(
                row.getString("event"),
                row.getLong("n"),
                row.getObject("first_ts", OffsetDateTime.class).toInstant(),
                row.getObject("last_ts", OffsetDateTime.class).toInstant());
    }
}
