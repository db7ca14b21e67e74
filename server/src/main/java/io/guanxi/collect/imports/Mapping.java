package io.guanxi.collect.imports;

import io.guanxi.platform.Brand;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import io.guanxi.platform.SqlText;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DataAccessException;

/** Runs a map over a file in a sandbox; leaves the events, the bad ones marked, and the unreadable lines as Parquet files. */
final class Mapping {

    private static final int LONGEST_RAW = 32_000;
    private static final String NONE =
            "SELECT NULL::BIGINT AS line, NULL::VARCHAR AS code, NULL::VARCHAR AS reason, NULL::VARCHAR AS field, NULL::VARCHAR AS raw WHERE false";

    private final ImportFolder folder;
    private final EventMap map;
    private final Brand brand;
    private final ImportSettings settings;

    /**
     * What a map did.
     *
     * @param columns of {@code input}
     * @param read rows of the file
     */
    record Outcome(List<MapColumns.Column> columns, long read) {}

    Mapping(ImportFolder folder, EventMap map, Brand brand, ImportSettings settings) {
        this.folder = folder;
        this.map = map;
        this.brand = brand;
        this.settings = settings;
    }

    /**
     * Runs the map.
     *
     * @param input the file
     * @param source name its events are counted under
     * @param received when it arrived
     * @param rows of a Parquet file to read at most
     * @param progress told how far it is
     */
    Outcome run(Input input, String source, Instant received, long rows, Progress progress)
            throws SQLException, InterruptedException {
        List<Path> reachable = List.of(input.file(), folder.mapped(), folder.broken());
        try (Sandbox sandbox = Sandbox.open(reachable, brand.zone(), folder.spill(), settings.memory())) {
            Input known = input instanceof Input.Ndjson lines ? lines.of(structure(sandbox, lines)) : input;
            String limit = known instanceof Input.Parquet && rows < Long.MAX_VALUE ? " LIMIT " + rows : "";
            sandbox.execute("CREATE VIEW input AS SELECT * FROM " + known.relation() + limit);
            List<MapColumns.Column> columns = sandbox.columnsOf("SELECT * FROM input");
            MapColumns yielded = new MapColumns(sandbox.columnsOf(map.select()));
            String select =
                    new EventShape(yielded, source, received, brand.currency().getCurrencyCode()).over(map);
            sandbox.run(
                    "COPY (" + select + ") TO " + SqlText.literal(folder.mapped()) + " (FORMAT parquet)",
                    new Sandbox.Stage(progress, "mapping", Share.READING, Share.MAPPING),
                    settings.mapTimeout());
            sandbox.execute(
                    "COPY (" + brokenLines(known) + ") TO " + SqlText.literal(folder.broken()) + " (FORMAT parquet)");
            return new Outcome(columns, known.rows() >= 0 ? known.rows() : count(sandbox));
        } catch (SQLException | DataAccessException e) {
            Problem problem = DuckDbTrouble.ofMap(e);
            if (problem != null) {
                throw problem;
            }
            throw e;
        }
    }

    private static long count(Sandbox sandbox) {
        return sandbox.sql().sql("SELECT count(*) FROM input").query(Long.class).single();
    }

    /** The names and types of all lines together, as {@code json_transform} wants them; what differs from line to line is text. */
    static String structure(Sandbox sandbox, Input.Ndjson lines) {
        return sandbox.sql()
                .sql("""
                        SELECT coalesce(regexp_replace(CAST(json_group_structure(object) AS VARCHAR),
                                                       '([:\\[])"JSON"', '\\1"VARCHAR"', 'g'), '{"line":"VARCHAR"}')
                        FROM %s""".formatted(lines.objects()))
                .query(String.class)
                .single();
    }

    /** {@return a query of the lines that could not be read, once the map has run} */
    static String brokenLines(Input input) {
        return switch (input) {
            case Input.Csv csv -> rejectedByReader();
            case Input.Lines lines -> rejectedByReader();
            case Input.Ndjson ndjson -> rejectedByReader() + " UNION ALL BY NAME " + noObjects(ndjson);
            case Input.Parquet parquet -> NONE;
        };
    }

    /** A line read by several scans, or wrong in several columns, is one broken line. */
    private static String rejectedByReader() {
        return """
                SELECT CAST(line AS BIGINT) AS line,
                       'line-' || lower(replace(CAST(first(error_type) AS VARCHAR), ' ', '-')) AS code,
                       string_agg(DISTINCT error_message, '; ') AS reason,
                       string_agg(DISTINCT nullif(column_name, ''), ', ') AS field,
                       left(first(csv_line), %d) AS raw
                FROM reject_errors GROUP BY line""".formatted(LONGEST_RAW);
    }

    private static String noObjects(Input.Ndjson ndjson) {
        return """
                SELECT number AS line, 'line-no-json' AS code, 'the line is no JSON object' AS reason,
                       left(line, %d) AS raw
                FROM (SELECT line, row_number() OVER () AS number FROM %s) numbered
                WHERE NOT (%s OR trim(coalesce(line, '')) = '')""".formatted(LONGEST_RAW, ndjson.lines(), Input.Ndjson.IS_OBJECT);
    }
}
