package io.guanxi.collect.imports;

import io.guanxi.collect.road.Passage;
import io.guanxi.collect.road.Rehearsal;
import io.guanxi.platform.Brand;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import java.io.EOFException;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes one upload from its folder to the lake. Until the road's one commit nothing of it can be seen anywhere. */
@Component
class ImportWork {

    private final DuckDb parser;
    private final Brand brand;
    private final ImportSettings settings;
    private final Destination destination;

    /** Figures while at work. */
    record Figures(AtomicLong read, AtomicLong mapped) {

        Figures() {
            this(new AtomicLong(), new AtomicLong());
        }
    }

    ImportWork(DuckDb parser, Brand brand, ImportSettings settings, Destination destination) {
        this.parser = parser;
        this.brand = brand;
        this.settings = settings;
        this.destination = destination;
    }

    /** Does the whole work; throws a {@link Problem} for what the user can mend. */
    Receipt run(long id, ImportRequest request, ImportFolder folder, Progress progress, Figures figures)
            throws InterruptedException {
        return map(request, folder, progress, figures, () -> take(id, request, folder, progress, figures));
    }

    /** Does all of it but the last step: finds out what would become of the rows. */
    Trial rehearse(ImportRequest request, ImportFolder folder, Progress progress, Figures figures)
            throws InterruptedException {
        return map(request, folder, progress, figures, () -> rehearsed(request, folder, progress, figures));
    }

    /** Reads and maps a file, and goes on from there. */
    private <T> T map(
            ImportRequest request, ImportFolder folder, Progress progress, Figures figures, Callable<T> onward)
            throws InterruptedException {
        folder.deleteWork();
        folder.create();
        try {
            EventMap map = EventMap.parse(request.map(), parser);
            Input input = new InputReader(folder, request.format(), charset(request.encoding()), Long.MAX_VALUE)
                    .read(progress);
            figures.read().set(Math.max(input.rows(), 0));
            Mapping.Outcome outcome = new Mapping(folder, map, brand, settings)
                    .run(input, request.source(), request.received(), Long.MAX_VALUE, progress);
            figures.read().set(outcome.read());
            return onward.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw explained(e);
        } finally {
            folder.deleteWork();
        }
    }

    private Receipt take(long id, ImportRequest request, ImportFolder folder, Progress progress, Figures figures)
            throws SQLException {
        return stage(request, folder, progress, figures, (staged, batch) -> {
            long rejected = staged.write(false);
            AtomicReference<@Nullable Receipt> receipt = new AtomicReference<>();
            destination.take(batch, progress, passage -> {
                long refused = passage.unresolved() == 0 ? rejected : staged.write(true);
                Receipt written = receipt(id, request, figures, passage, refused);
                receipt.set(written);
                return written.text();
            });
            return Objects.requireNonNull(receipt.get(), "every batch has a receipt");
        });
    }

    private Trial rehearsed(ImportRequest request, ImportFolder folder, Progress progress, Figures figures)
            throws SQLException {
        return stage(request, folder, progress, figures, (staged, batch) -> {
            Rehearsal would = destination.rehearse(batch, progress);
            return new Trial(figures, would, staged.write(would.passage().unresolved() > 0));
        });
    }

    private <T> T stage(
            ImportRequest request,
            ImportFolder folder,
            Progress progress,
            Figures figures,
            BiFunction<Staged, EventBatch, T> onward)
            throws SQLException {
        try (DuckDb room = DuckDb.inMemory(folder.spill(), settings.memory());
                EventBatch batch = EventBatch.in(room)) {
            progress.at("checking", Share.MAPPING);
            Staged staged = new Staged(folder, batch, request.source());
            figures.mapped().set(staged.mapped());
            staged.stageGoodRows();
            return onward.apply(staged, batch);
        }
    }

    /**
     * What would become of a file.
     *
     * @param figures its rows and events
     * @param would what the road would do with its events
     * @param rejected lines and events that would not be taken
     */
    record Trial(Figures figures, Rehearsal would, long rejected) {}

    private static Receipt receipt(long id, ImportRequest request, Figures figures, Passage passage, long rejected) {
        return new Receipt(
                id,
                request.received(),
                figures.read().get(),
                figures.mapped().get(),
                passage.accepted(),
                passage.duplicates(),
                rejected);
    }

    static RuntimeException explained(Exception failure) {
        Problem problem = DuckDbTrouble.ofDisk(failure);
        if (problem != null) {
            return problem;
        }
        if (failure instanceof ZipException
                || failure instanceof EOFException
                || failure.getClass().getName().startsWith("io.airlift.compress")) {
            return new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "import.file-unreadable",
                    "The file's compression is damaged, or its end is missing: " + failure.getMessage() + ".",
                    List.of());
        }
        return failure instanceof RuntimeException bug ? bug : new IllegalStateException("an import failed", failure);
    }

    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("import.encoding", "There is no encoding " + name + "; GBK and UTF-16 are two.");
        }
    }
}
