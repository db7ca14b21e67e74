package io.guanxi.lake;

import io.guanxi.platform.EventBatch;
import io.guanxi.platform.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.types.Types;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes events as Parquet files, one a day. Days of more than one row group are sorted by member and time: a member's rows lie
 * in few row groups, so reading one member reads little.
 */
final class ParquetWriter {

    private static final int ROW_GROUP = 20_480;
    private static final int FEW_DAYS = 4;

    private final Path folder;
    private final Warehouse warehouse;

    /**
     * What one file is to hold.
     *
     * @param day of all its events
     * @param select yields them with the table's columns
     * @param rows how many there are at most
     */
    record Part(LocalDate day, String select, long rows) {}

    private record Day(LocalDate day, long events) {

        Part of(String relation) {
            return new Part(day, "SELECT * FROM " + relation + " WHERE day = DATE '" + day + "'", events);
        }
    }

    ParquetWriter(Path folder, Warehouse warehouse) {
        this.folder = folder;
        this.warehouse = warehouse;
    }

    /** {@return where the files lie} */
    Path folder() {
        return folder;
    }

    /**
     * Writes a batch; the files are on the disk when it returns. A batch of many days, such as an imported history, is brought
     * into the order of days once, so that each day's file is one short read; then the days are written side by side.
     */
    List<DataFile> write(EventBatch batch) {
        List<Day> days = batch.sql()
                .sql("SELECT day, count(*) AS events FROM " + batch.staged() + " GROUP BY day ORDER BY day")
                .query(Day.class)
                .list();
        if (days.size() > FEW_DAYS) {
            return writeInOrder(batch, days);
        }
        return allOrNone(begun -> days.stream()
                .map(day -> write(batch.sql(), day.of("event"), begun))
                .toList());
    }

    private List<DataFile> writeInOrder(EventBatch batch, List<Day> days) {
        List<String> constant = new ConstantColumns(batch).find();
        String ordered = batch.staging().freshName();
        String same = batch.staging().freshName();
        try {
            batch.sql()
                    .sql("CREATE TABLE " + same + " AS SELECT "
                            + names(constant::contains, "any_value(%1$s) AS %1$s") + ", count(*) AS events FROM "
                            + batch.staged())
                    .update();
            batch.sql()
                    .sql("CREATE TABLE " + ordered + " AS SELECT " + names(name -> !constant.contains(name), "%s")
                            + " FROM event ORDER BY day")
                    .update();
            return write(
                    batch,
                    days.stream().map(day -> day.of(ordered + ", " + same)).toList());
        } finally {
            batch.sql().sql("DROP TABLE IF EXISTS " + ordered).update();
            batch.sql().sql("DROP TABLE IF EXISTS " + same).update();
        }
    }

    private static String names(Predicate<String> which, String as) {
        return EventTable.SCHEMA.columns().stream()
                .map(Types.NestedField::name)
                .filter(which)
                .map(as::formatted)
                .collect(Collectors.joining(", "));
    }

    /** Writes files side by side; they are on the disk when it returns. The parts may not read the batch's temporary tables. */
    List<DataFile> write(EventBatch batch, List<Part> parts) {
        return write(batch, parts, (_, _) -> {});
    }

    /** The same, telling of each file as it is done. */
    List<DataFile> write(EventBatch batch, List<Part> parts, FilesRewritten progress) {
        AtomicInteger done = new AtomicInteger();
        progress.at(0, parts.size());
        return allOrNone(begun -> batch.staging().sideBySide(parts, (sql, part) -> {
            DataFile file = write(sql, part, begun);
            progress.at(done.incrementAndGet(), parts.size());
            return file;
        }));
    }

    /** Where one file cannot be written, as on a full disk, none of them stays. */
    private static List<DataFile> allOrNone(Function<Set<Path>, List<DataFile>> work) {
        Set<Path> begun = ConcurrentHashMap.newKeySet();
        try {
            return work.apply(begun).stream().filter(ParquetWriter::hasEvents).toList();
        } catch (RuntimeException e) {
            for (Path file : begun) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException gone) {
                    e.addSuppressed(gone); // it is swept away as an orphan later
                }
            }
            throw e;
        }
    }

    /** Events that nobody may have are set aside; a day of such events only has a file that nobody needs. */
    private static boolean hasEvents(DataFile file) {
        return file.recordCount() > 0;
    }

    private DataFile write(JdbcClient sql, Part part, Set<Path> begun) {
        Path file = folder.resolve("day=" + part.day()).resolve(UUID.randomUUID() + ".parquet");
        begun.add(file);
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + file.getParent(), e);
        }
        return sql.sql("""
                        COPY (SELECT %s FROM (%s) events %s)
                        TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d, RETURN_STATS true, FIELD_IDS %s)
                        """.formatted(
                                EventTable.NAMES,
                                part.select(),
                                order(part),
                                SqlText.literal(file),
                                ROW_GROUP,
                                EventTable.FIELD_IDS))
                .query((row, n) -> describe(part.day(), file, row))
                .single();
    }

    /** Within one row group no order helps a reader: it is read whole or not at all. */
    private static String order(Part part) {
        return part.rows() > ROW_GROUP ? "ORDER BY member_no, ts" : "";
    }

    @SuppressWarnings("unchecked") // DuckDB's MAP(VARCHAR, MAP(VARCHAR, VARCHAR))
    private DataFile describe(LocalDate day, Path file, ResultSet row) throws SQLException {
        LocalFiles.force(file);
        long count = row.getLong("count");
        Map<String, Map<String, String>> statistics =
                (Map<String, Map<String, String>>) row.getObject("column_statistics");
        return DataFiles.builder(EventTable.BY_DAY)
                .withPath(warehouse.locationOf(file))
                .withFormat(FileFormat.PARQUET)
                .withPartitionPath("day=" + day)
                .withFileSizeInBytes(row.getLong("file_size_bytes"))
                .withMetrics(ParquetStatistics.metrics(count, statistics))
                .build();
    }
}
