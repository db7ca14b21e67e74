package io.guanxi.collect.imports;

import io.guanxi.access.Audit;
import io.guanxi.platform.Brand;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What can be done with imports: start, try, follow, cancel, look back. */
@Service
class Imports {

    private static final long PREVIEW_BYTES = 4 << 20;
    private static final long PREVIEW_ROWS = 20_000;
    private static final int PREVIEW_SHOWN = 20;

    private final ImportTable table;
    private final ImportQueue queue;
    private final DuckDb staging;
    private final DataFolder data;
    private final Brand brand;
    private final ImportSettings settings;
    private final Audit audit;
    private final Clock clock;

    /** An upload that can be moved to where it is worked on. */
    @FunctionalInterface
    interface Upload {

        /** Puts the file there; without copying it where the file system allows. */
        void storeAt(Path target) throws IOException;
    }

    Imports(
            ImportTable table,
            ImportQueue queue,
            DuckDb staging,
            DataFolder data,
            Brand brand,
            ImportSettings settings,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.queue = queue;
        this.staging = staging;
        this.data = data;
        this.brand = brand;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Stores the file and queues its import. What can be refused at once is: the map's text, the encoding's name. */
    Import start(ImportRequest request, Upload upload) {
        EventMap.parse(request.map(), staging);
        ImportWork.charset(request.encoding());
        long id = table.nextId();
        ImportFolder folder = queue.folder(id).create();
        store(upload, folder);
        table.add(id, request);
        audit.record(
                request.trial() ? "import.tried" : "import.started",
                "import:" + id,
                Map.of("source", request.source()));
        queue.wake();
        return get(id);
    }

    /** Runs a map over the first rows of a file; nothing is kept. */
    ImportPreview preview(ImportRequest request, Upload upload) throws InterruptedException {
        EventMap map = EventMap.parse(request.map(), staging);
        ImportFolder folder = new ImportFolder(data.temp().resolve("preview-" + UUID.randomUUID())).create();
        try {
            store(upload, folder);
            Progress progress = new Progress(clock);
            Input input = new InputReader(
                            folder, request.format(), ImportWork.charset(request.encoding()), PREVIEW_BYTES)
                    .read(progress);
            Mapping.Outcome outcome = new Mapping(folder, map, brand, settings)
                    .run(input, request.source(), request.received(), PREVIEW_ROWS, progress);
            try (EventBatch batch = EventBatch.in(staging)) {
                return ImportPreview.of(
                        outcome, new Staged(folder, batch, request.source()), batch, folder, PREVIEW_SHOWN);
            }
        } catch (SQLException | IOException | RuntimeException e) {
            throw ImportWork.explained(e);
        } finally {
            folder.delete();
        }
    }

    Import get(long id) {
        Import stored = table.find(id).orElseThrow(() -> unknown(id));
        return stored.state() != ImportState.RUNNING
                ? stored
                : queue.running(id)
                        .map(now -> stored.live(
                                now.progress().phase(),
                                now.figures().read().get(),
                                now.figures().mapped().get(),
                                now.progress().percent(),
                                now.progress().secondsLeft()))
                        .orElse(stored);
    }

    Page<Import> list(int limit, long before, List<ImportState> states, boolean rejected) {
        List<Import> found = table.before(before, limit + 1, states, rejected);
        List<Import> items = found.stream().limit(limit).map(i -> get(i.id())).toList();
        return new Page<>(
                items, found.size() > limit ? Long.toString(items.getLast().id()) : null);
    }

    /** Stops an import that is not in the lake yet. */
    Import cancel(long id) {
        if (!table.cancelWaiting(id, clock.instant())) {
            Import now = get(id);
            if (now.state().finished()) {
                throw Problem.conflict(
                        "import.finished",
                        "Import " + id + " is " + now.state() + " already; there is nothing to cancel.");
            }
            queue.running(id).ifPresent(running -> running.progress().cancel());
        } else {
            queue.folder(id).deleteUpload();
        }
        audit.record("import.cancelled", "import:" + id, Map.of());
        return get(id);
    }

    /** Takes for good what was tried; its file is here already. */
    Import take(long id) {
        if (!table.takeTried(id)) {
            throw Problem.conflict(
                    "import.not-tried",
                    "Import " + id + " is " + get(id).state() + "; only what was tried can be taken.");
        }
        audit.record("import.started", "import:" + id, Map.of("source", get(id).source()));
        queue.wake();
        return get(id);
    }

    /** {@return the file of rows that were not taken} */
    Path rejects(long id) {
        Import of = get(id);
        Path file = queue.folder(id).rejects();
        if (!(of.state().finished() || of.state() == ImportState.TRIED) || !Files.exists(file)) {
            throw Problem.notFound(
                    "import.no-rejects", "Import " + id + " has no rejects file; it is " + of.state() + ".");
        }
        audit.record("import.rejects-fetched", "import:" + id, Map.of());
        return file;
    }

    private static void store(Upload upload, ImportFolder folder) {
        try {
            upload.storeAt(folder.upload());
        } catch (IOException e) {
            folder.delete();
            throw ImportWork.explained(e);
        }
    }

    private static Problem unknown(long id) {
        return Problem.notFound("import.unknown", "There is no import " + id + ".");
    }
}
