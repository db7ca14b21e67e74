package io.guanxi.collect.catalogue;

import io.guanxi.lake.Lake;
import io.guanxi.lake.LakeFile;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.SqlText;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many events of each source and name each file of the lake holds. Files never change, so each is counted once, and what was
 * counted is kept in PostgreSQL: a row a file, source and name. Only files that are new are read, five columns of them.
 */
@Component
class EventVolumes {

    private static final long LATE_MICROS = 86_400_000_000L;
    private static final int FILES_AT_ONCE = 500;

    /** Times are compared as numbers: an interval after a time asks the calendar, row by row. */
    private static final String COUNT = """
            SELECT filename, source, event, CAST(day AS VARCHAR) AS day, count(*) AS n,
                   count(*) FILTER (WHERE epoch_us(received_at) > epoch_us(ts) + %d) AS late,
                   CAST(min(ts) AS VARCHAR) AS first_ts, CAST(max(ts) AS VARCHAR) AS last_ts,
                   CAST(max(received_at) AS VARCHAR) AS newest
            FROM read_parquet([%s], filename = true, hive_partitioning = false)
            GROUP BY filename, source, event, day""";

    private static final String KEEP = """
            INSERT INTO event_volume (file, source, event, day, n, late, first_ts, last_ts, newest)
            SELECT * FROM unnest(:file::text[], :source::text[], :event::text[], :day::date[], :n::bigint[], :late::bigint[],
                                 :first::timestamptz[], :last::timestamptz[], :newest::timestamptz[])
            ON CONFLICT DO NOTHING""";

    private final Lake lake;
    private final JdbcClient staging;
    private final JdbcClient postgres;
    private final TransactionTemplate transaction;
    private @Nullable Set<Path> counted;

    /** The figures of one name. */
    record Total(String event, long count, Instant first, Instant last) {}

    /** One name's events of one day. */
    record Daily(String event, LocalDate day, long count) {}

    /** One name's events of one source. */
    record OfSource(String source, String event, long count, long late, Instant newest) {}

    /** One name's events in a file of the lake. */
    record InFile(Path file, LocalDate day, long count) {}

    private record Counted(
            String file,
            String source,
            String event,
            String day,
            long n,
            long late,
            String first,
            String last,
            String newest) {}

    EventVolumes(Lake lake, DuckDb staging, JdbcClient postgres, PlatformTransactionManager transactions) {
        this.lake = lake;
        this.staging = staging.client();
        this.postgres = postgres;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<Total> totals() {
        catchUp();
        return postgres.sql("""
                        SELECT event, CAST(sum(n) AS bigint) AS n, min(first_ts) AS first_ts, max(last_ts) AS last_ts
                        FROM event_volume GROUP BY event ORDER BY n DESC, event
                        """)
                .query((row, _) -> new Total(
                        row.getString("event"), row.getLong("n"), time(row, "first_ts"), time(row, "last_ts")))
                .list();
    }

    List<Daily> daily(LocalDate since) {
        catchUp();
        return postgres.sql("""
                        SELECT event, day, CAST(sum(n) AS bigint) AS n FROM event_volume WHERE day >= ?
                        GROUP BY event, day ORDER BY event, day
                        """)
                .param(since)
                .query((row, _) ->
                        new Daily(row.getString("event"), row.getObject("day", LocalDate.class), row.getLong("n")))
                .list();
    }

    List<OfSource> bySource(LocalDate since) {
        catchUp();
        return postgres.sql("""
                        SELECT source, event, CAST(sum(n) AS bigint) AS n, CAST(sum(late) AS bigint) AS late, max(newest) AS newest
                        FROM event_volume WHERE day >= ? GROUP BY source, event
                        """)
                .param(since)
                .query((row, _) -> new OfSource(
                        row.getString("source"),
                        row.getString("event"),
                        row.getLong("n"),
                        row.getLong("late"),
                        time(row, "newest")))
                .list();
    }

    /** {@return files that hold events of a name, the latest day first} */
    List<InFile> filesWith(String event) {
        catchUp();
        return postgres.sql("""
                        SELECT file, day, CAST(sum(n) AS bigint) AS n FROM event_volume WHERE event = ?
                        GROUP BY file, day ORDER BY day DESC, file DESC
                        """)
                .param(event)
                .query((row, _) -> new InFile(
                        Path.of(row.getString("file")), row.getObject("day", LocalDate.class), row.getLong("n")))
                .list();
    }

    /** In one transaction: where files were joined into one, a reader sees them or it, never neither. */
    private synchronized void catchUp() {
        Set<Path> now = lake.view().files().stream().map(LakeFile::path).collect(Collectors.toSet());
        Set<Path> known = counted == null ? kept() : counted;
        if (now.equals(known)) {
            return;
        }
        String[] gone = known.stream()
                .filter(file -> !now.contains(file))
                .map(Path::toString)
                .toArray(String[]::new);
        List<Path> fresh =
                now.stream().filter(file -> !known.contains(file)).sorted().toList();
        transaction.executeWithoutResult(_ -> {
            postgres.sql("DELETE FROM event_volume WHERE file = ANY(?)")
                    .param(gone)
                    .update();
            for (int from = 0; from < fresh.size(); from += FILES_AT_ONCE) {
                keep(count(fresh.subList(from, Math.min(fresh.size(), from + FILES_AT_ONCE))));
            }
        });
        counted = now;
    }

    private Set<Path> kept() {
        return Set.copyOf(postgres.sql("SELECT DISTINCT file FROM event_volume")
                .query((row, _) -> Path.of(row.getString("file")))
                .list());
    }

    private List<Counted> count(List<Path> files) {
        String literals = files.stream().map(SqlText::literal).collect(Collectors.joining(", "));
        return staging.sql(COUNT.formatted(LATE_MICROS, literals))
                .query((row, _) -> new Counted(
                        row.getString("filename"),
                        row.getString("source"),
                        row.getString("event"),
                        row.getString("day"),
                        row.getLong("n"),
                        row.getLong("late"),
                        row.getString("first_ts"),
                        row.getString("last_ts"),
                        row.getString("newest")))
                .list();
    }

    private void keep(List<Counted> rows) {
        postgres.sql(KEEP)
                .param("file", texts(rows, Counted::file))
                .param("source", texts(rows, Counted::source))
                .param("event", texts(rows, Counted::event))
                .param("day", texts(rows, Counted::day))
                .param("n", rows.stream().map(Counted::n).toArray(Long[]::new))
                .param("late", rows.stream().map(Counted::late).toArray(Long[]::new))
                .param("first", texts(rows, Counted::first))
                .param("last", texts(rows, Counted::last))
                .param("newest", texts(rows, Counted::newest))
                .update();
    }

    private static String[] texts(List<Counted> rows, Function<Counted, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
