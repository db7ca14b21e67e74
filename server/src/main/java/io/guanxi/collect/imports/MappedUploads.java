package io.guanxi.collect.imports;

import io.guanxi.collect.FileMaps;
import io.guanxi.platform.Brand;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import io.guanxi.platform.SqlText;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Maps a file for another module, in a folder that is gone afterwards. */
@Component
final class MappedUploads implements FileMaps {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final DuckDb staging;
    private final DataFolder data;
    private final Brand brand;
    private final ImportSettings settings;
    private final Clock clock;

    MappedUploads(DuckDb staging, DataFolder data, Brand brand, ImportSettings settings, Clock clock) {
        this.staging = staging;
        this.data = data;
        this.brand = brand;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public <T extends @Nullable Object> T run(Wanted wanted, Reader<T> reader) {
        EventMap map = EventMap.parse(wanted.map(), staging);
        InputFormat format = InputFormat.of(wanted.format(), wanted.fileName());
        var charset = ImportWork.charset(wanted.encoding().isBlank() ? "UTF-8" : wanted.encoding());
        ImportFolder folder = new ImportFolder(data.temp().resolve("map-" + UUID.randomUUID())).create();
        try {
            wanted.upload().storeAt(folder.upload());
            Progress progress = new Progress(clock);
            Input input = new InputReader(folder, format, charset, Long.MAX_VALUE).read(progress);
            return reader.read(mapped(folder, map, input, progress));
        } catch (SQLException | IOException | RuntimeException e) {
            throw ImportWork.explained(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            folder.delete();
        }
    }

    private Mapped mapped(ImportFolder folder, EventMap map, Input input, Progress progress)
            throws SQLException, InterruptedException {
        List<Path> reachable = List.of(input.file(), folder.mapped());
        try (Sandbox sandbox = Sandbox.open(reachable, brand.zone(), folder.spill(), settings.memory())) {
            Input known = input instanceof Input.Ndjson lines ? lines.of(Mapping.structure(sandbox, lines)) : input;
            sandbox.execute("CREATE VIEW input AS SELECT * FROM " + known.relation());
            List<Column> columns = sandbox.columnsOf(map.select()).stream()
                    .map(column -> new Column(column.name(), column.type()))
                    .toList();
            sandbox.run(
                    "COPY (" + map.select() + ") TO " + SqlText.literal(folder.mapped()) + " (FORMAT parquet)",
                    new Sandbox.Stage(progress, "mapping", Share.READING, 1),
                    LONGEST);
            return new Mapped(
                    folder.mapped(), columns, known.rows(), unreadable(sandbox, known), broken(sandbox, known));
        } catch (SQLException | DataAccessException e) {
            Problem problem = DuckDbTrouble.ofMap(e);
            throw problem == null ? ImportWork.explained(e) : problem;
        }
    }

    /** Where the map reads nothing, no line was read. */
    private static boolean wasRead(Sandbox sandbox) {
        return sandbox.sql()
                .sql("SELECT count(*) > 0 FROM duckdb_tables() WHERE table_name = 'reject_errors'")
                .query(Boolean.class)
                .single();
    }

    private static List<BrokenLine> broken(Sandbox sandbox, Input input) {
        if (!wasRead(sandbox)) {
            return List.of();
        }
        return sandbox.sql()
                .sql("SELECT line, field, code, reason FROM (" + Mapping.brokenLines(input)
                        + ") broken ORDER BY line LIMIT " + MOST_BROKEN)
                .query(BrokenLine.class)
                .list();
    }

    private static long unreadable(Sandbox sandbox, Input input) {
        if (!wasRead(sandbox)) {
            return 0;
        }
        return sandbox.sql()
                .sql("SELECT count(*) FROM (" + Mapping.brokenLines(input) + ") broken")
                .query(Long.class)
                .single();
    }
}
