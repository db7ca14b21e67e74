package io.guanxi.collect.imports;

import io.guanxi.access.Actor;
import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.platform.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/** Takes imports back, one after the other, in the background. One that a stop or a failure cuts off is tried again. */
@Service
class Undos implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Undos.class);
    private static final long AGAIN_AFTER_SECONDS = 30;
    private static final long STOP_WITHIN_SECONDS = 6;

    private final ImportTable imports;
    private final UndoTable table;
    private final UndoWork work;
    private final CurrentUser currentUser;
    private final Audit audit;
    private final Clock clock;
    private final Semaphore arrivals = new Semaphore(0);
    private final Map<Long, UndoProgress> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

    Undos(ImportTable imports, UndoTable table, UndoWork work, CurrentUser currentUser, Audit audit, Clock clock) {
        this.imports = imports;
        this.table = table;
        this.work = work;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@return the undo of an import, which begins with this call} */
    Undo start(long id) {
        Import found = imports.find(id)
                .orElseThrow(() -> Problem.notFound("import.unknown", "There is no import " + id + "."));
        if (found.state() != ImportState.DONE) {
            throw Problem.conflict(
                    "import.not-done",
                    "Import " + id + " is " + found.state() + "; only a finished one can be taken back.");
        }
        if (table.find(id).isEmpty()) {
            if (work.held(id) == 0) {
                throw Problem.conflict(
                        "import.nothing-to-undo",
                        "The lake holds no event that import " + id
                                + " brought: it brought none, its people were erased, "
                                + "or it came before imports could be taken back.");
            }
            Actor actor = currentUser.actor();
            if (table.open(id, actor.name(), clock.instant())) {
                audit.record("import.undo-started", "import:" + id, Map.of("source", found.source()));
            }
        }
        arrivals.release();
        return get(id);
    }

    Undo get(long id) {
        return table.find(id)
                .map(this::live)
                .orElseThrow(() -> Problem.notFound("import.not-undone", "Import " + id + " was not taken back."));
    }

    List<Undo> all() {
        return table.all().stream().map(this::live).toList();
    }

    private Undo live(Undo kept) {
        UndoProgress progress = running.get(kept.importId());
        return progress == null ? kept : progress.of(kept);
    }

    private void work() {
        try {
            while (!stopping) {
                boolean failed = false;
                for (long id : table.running()) {
                    failed |= !run(id);
                }
                if (failed ? arrivals.tryAcquire(AGAIN_AFTER_SECONDS, TimeUnit.SECONDS) : acquired()) {
                    arrivals.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean acquired() throws InterruptedException {
        arrivals.acquire();
        return true;
    }

    private boolean run(long id) {
        if (stopping) {
            return true;
        }
        UndoProgress progress = new UndoProgress(clock);
        running.put(id, progress);
        try {
            work.run(id, progress);
            Undo done = get(id);
            audit.record(
                    Actor.SYSTEM,
                    "import.undone",
                    "import:" + id,
                    Map.of("events", done.events(), "members", done.members()));
            return true;
        } catch (RuntimeException e) {
            log.error("import {} could not be taken back; it is tried again", id, e);
            table.failed(id, String.valueOf(e.getMessage()));
            return false;
        } finally {
            running.remove(id);
        }
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("undo").start(this::work);
    }

    @Override
    public void stop() {
        stopping = true;
        arrivals.release();
        Thread worker = thread;
        if (worker != null) {
            try {
                worker.join(TimeUnit.SECONDS.toMillis(STOP_WITHIN_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
