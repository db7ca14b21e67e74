package io.guanxi.lake;

import io.guanxi.platform.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes a query's events as Parquet files, one or more a day. Days of more than one row group are sorted by member and time:
 * a member's rows lie in few row groups, so reading one member reads little.
 */
final class ParquetWriter {

    private static final int ROW_GROUP = 20_480;

    private final Path folder;
    private final Warehouse warehouse;

    ParquetWriter(Path folder, Warehouse warehouse) {
        this.folder = folder;
        this.warehouse = warehouse;
    }

    /** {@return where the files lie} */
    Path folder() {
        return folder;
    }

    /** Writes the events of a SELECT that yields the table's columns; the files are on the disk when it returns. */
    List<DataFile> write(JdbcClient sql, String select) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        }
        String copy =
                """
                COPY (SELECT event_id, type, event, ts, received_at, day, member_no, identifiers, community, amount,
                             currency, quantity, object, properties, traits, context, source
                      FROM (%s) events %s)
                TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d, PARTITION_BY (day),
                       WRITE_PARTITION_COLUMNS true, FILENAME_PATTERN '{uuidv7}', OVERWRITE_OR_IGNORE true,
                       RETURN_STATS true, FIELD_IDS %s)
                """.formatted(select, order(sql, select), SqlText.literal(folder), ROW_GROUP, EventTable.FIELD_IDS);
        return sql.sql(copy).query((ResultSet rows) -> {
            List<DataFile> files = new ArrayList<>();
            while (rows.next()) {
                files.add(describe(rows));
            }
            return files;
        });
    }

    /** Within one row group no order helps a reader: it is read whole or not at all. */
    private static String order(JdbcClient sql, String select) {
        boolean several = sql.sql("SELECT count(*) > 0 FROM (SELECT day FROM (" + select
                        + ") events GROUP BY day HAVING count(*) > " + ROW_GROUP + ")")
                .query(Boolean.class)
                .single();
        return several ? "ORDER BY day, member_no, ts" : "";
    }

    @SuppressWarnings("unchecked") // DuckDB's MAP(VARCHAR, MAP(VARCHAR, VARCHAR))
    private DataFile describe(ResultSet row) throws SQLException {
        Path file = Path.of(row.getString("filename"));
        LocalFiles.force(file);
        long count = row.getLong("count");
        Map<String, Map<String, String>> statistics =
                (Map<String, Map<String, String>>) row.getObject("column_statistics");
        Map<String, String> partition = (Map<String, String>) row.getObject("partition_keys");
        return DataFiles.builder(EventTable.BY_DAY)
                .withPath(warehouse.locationOf(file))
                .withFormat(FileFormat.PARQUET)
                .withPartitionPath("day=" + partition.get("day"))
                .withFileSizeInBytes(row.getLong("file_size_bytes"))
                .withMetrics(ParquetStatistics.metrics(count, statistics))
                .build();
    }
}
