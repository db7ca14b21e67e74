package io.guanxi.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.collect.road.Passage;
import io.guanxi.collect.road.Rehearsal;
import io.guanxi.platform.Brand;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import io.guanxi.platform.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A place to run imports without a server: a folder, a DuckDB, and a lake of one table that knows event ids. */
final class Bench implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    final Path root;
    final DuckDb staging;
    final DuckDb lake;
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ImportWork work;
    private int imports;

    /**
     * What became of a file.
     *
     * @param read rows of the file
     * @param mapped events of the map
     * @param accepted taken
     * @param duplicate taken before
     * @param rejected not taken
     * @param rejects the rejects file
     */
    record Outcome(long read, long mapped, long accepted, long duplicate, long rejected, String rejects) {}

    Bench() {
        this(new ImportSettings(false, Duration.ofMinutes(1), "1GB"));
    }

    Bench(ImportSettings settings) {
        try {
            root = Files.createTempDirectory("guanxi-imports-");
            staging = DuckDb.inMemory(Files.createDirectories(root.resolve("staging")), "1GB");
            lake = DuckDb.inMemory(Files.createDirectories(root.resolve("lake")), "1GB");
            lake.client().sql("CREATE TABLE event (" + EventBatch.COLUMNS + ")").update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Brand brand = new Brand("Test", ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"));
        work = new ImportWork(staging, brand, settings, new Destination() {
            @Override
            public Passage take(EventBatch batch, Progress progress, Function<Passage, String> receipt) {
                return Bench.this.take(batch, progress, receipt);
            }

            @Override
            public Rehearsal rehearse(EventBatch batch, Progress progress) {
                throw new UnsupportedOperationException("a bench only takes");
            }
        });
    }

    /** The fake road: keeps each event id once; refuses the identifier {@code customer:anonymous}. */
    private Passage take(EventBatch batch, Progress progress, Function<Passage, String> receipt) {
        progress.at("resolving", 0.5);
        Path file = root.resolve("taken.parquet");
        batch.sql().sql("""
                        CREATE TEMP TABLE refused AS SELECT event_id, 'blocked value' AS reason FROM event
                        WHERE identifiers = ['customer:anonymous']
                        """).update();
        int unresolved = batch.sql()
                .sql("DELETE FROM event WHERE identifiers = ['customer:anonymous']")
                .update();
        batch.sql().sql("COPY event TO '" + file + "' (FORMAT parquet)").update();
        progress.at("writing", 0.8);
        int accepted = lake.client().sql("""
                        INSERT INTO event SELECT * FROM read_parquet('%s') fresh
                        WHERE event_id NOT IN (SELECT event_id FROM event)
                        QUALIFY row_number() OVER (PARTITION BY event_id) = 1
                        """.formatted(file)).update();
        Passage passage = new Passage(accepted, batch.size() - accepted, unresolved);
        assertThat(receipt.apply(passage)).isNotEmpty();
        return passage;
    }

    Outcome run(String fileName, String content, String map) {
        return run(fileName, content.getBytes(StandardCharsets.UTF_8), map, "UTF-8");
    }

    Outcome run(String fileName, byte[] content, String map, String encoding) {
        try {
            Path file = root.resolve("file");
            Files.write(file, content);
            return run(file, fileName, map, encoding, new Progress(clock));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome run(Path file, String fileName, String map, String encoding, Progress progress) {
        ImportFolder folder = new ImportFolder(root.resolve("import-" + ++imports)).create();
        ImportRequest request =
                new ImportRequest("shop", fileName, InputFormat.of("", fileName), encoding, map, NOW, false);
        ImportWork.Figures figures = new ImportWork.Figures();
        try {
            Files.copy(file, folder.upload());
            Receipt result = work.run(imports, request, folder, progress, figures);
            return new Outcome(
                    figures.read().get(),
                    figures.mapped().get(),
                    result.accepted(),
                    result.duplicate(),
                    result.rejected(),
                    Files.readString(folder.rejects()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Map<String, @Nullable Object>> events(String columns) {
        return lake.client()
                .sql("SELECT " + columns + " FROM event ORDER BY ALL")
                .query()
                .listOfRows();
    }

    long count(String condition) {
        return lake.client()
                .sql("SELECT count(*) FROM event WHERE " + condition)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() throws SQLException, IOException {
        staging.close();
        lake.close();
        FileSystemUtils.deleteRecursively(root);
    }
}
