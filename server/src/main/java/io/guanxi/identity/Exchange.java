package io.guanxi.identity;

import io.guanxi.platform.EventBatch;
import io.guanxi.platform.SqlText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ships tables between a batch in DuckDB, PostgreSQL and Java by way of CSV files, which are gone afterwards. */
final class Exchange implements AutoCloseable {

    private final EventBatch batch;
    private final JdbcClient postgres;
    private final PostgresCopy copy;
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    Exchange(EventBatch batch, JdbcClient postgres, PostgresCopy copy, Path folder) {
        this.batch = batch;
        this.postgres = postgres;
        this.copy = copy;
        this.folder = folder;
    }

    JdbcClient duck() {
        return batch.sql();
    }

    JdbcClient postgres() {
        return postgres;
    }

    /** {@return rows of a query on the batch that a PostgreSQL table took} */
    long toPostgres(String query, String target) {
        return toPostgres(write(query), target);
    }

    /** {@return rows of a file that a PostgreSQL table took} */
    long toPostgres(Path file, String target) {
        return copy.in(target, file);
    }

    /** {@return a file with the rows of a query on the batch} */
    Path write(String query) {
        Path file = file();
        batch.writeCsv(query, file);
        return file;
    }

    /**
     * Does something in DuckDB while something else is done in PostgreSQL, which has the other processor; neither may touch
     * the other's. When it returns or throws, both have ended.
     *
     * @param inDuckDb runs on a thread of its own
     * @param inPostgres runs on this one, in the transaction that is open
     * @return what DuckDB's part answers
     */
    static <T> T atOnce(Supplier<T> inDuckDb, Runnable inPostgres) {
        FutureTask<T> aside = new FutureTask<>(inDuckDb::get);
        Thread.ofPlatform().name("identity-batch").start(aside);
        try {
            inPostgres.run();
        } catch (RuntimeException e) {
            ended(aside);
            throw e;
        }
        return ended(aside);
    }

    private static <T> T ended(FutureTask<T> work) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException e) {
                    interrupted = true; // the batch may not be let go while it is worked on
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Makes a temporary table of the batch from a query on PostgreSQL; returns its number of rows. */
    long toBatch(String query, String table, String columns) {
        Path file = file();
        long rows = copy.out(query, file);
        load(file, table, columns);
        return rows;
    }

    /** Makes a temporary table of the batch from lines that Java writes. */
    void toBatch(Lines lines, String table, String columns) {
        Path file = file();
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            lines.writeTo(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        load(file, table, columns);
    }

    private void load(Path file, String table, String columns) {
        duck().sql("CREATE OR REPLACE TEMP TABLE " + table + " AS SELECT * FROM read_csv(" + SqlText.literal(file)
                        + ", header = false, auto_detect = false, delim = ',', quote = '\"', escape = '\"', columns = {"
                        + columns + "})")
                .update();
    }

    /** {@return the statement that frees the room of temporary tables} */
    static String drop(List<String> tables) {
        return tables.stream().map(table -> "DROP TABLE IF EXISTS " + table).collect(Collectors.joining("; "));
    }

    private Path file() {
        try {
            Path file = Files.createTempFile(folder, "identity", ".csv");
            files.add(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes CSV lines. */
    interface Lines {
        void writeTo(BufferedWriter writer) throws IOException;
    }
}
