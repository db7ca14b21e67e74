package io.guanxi.collect.imports;

import io.guanxi.platform.DataFolder;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the waiting imports, one after the other, the oldest first. One that a stop interrupts starts over at the next start. */
@Component
class ImportQueue implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportQueue.class);
    private static final long STOP_WITHIN_SECONDS = 6;

    private final ImportTable table;
    private final ImportWork work;
    private final DataFolder data;
    private final ImportSettings settings;
    private final Clock clock;
    private final Semaphore arrivals = new Semaphore(0);
    private volatile @Nullable Running running;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /** The import at work. */
    record Running(long id, Progress progress, ImportWork.Figures figures) {}

    ImportQueue(ImportTable table, ImportWork work, DataFolder data, ImportSettings settings, Clock clock) {
        this.table = table;
        this.work = work;
        this.data = data;
        this.settings = settings;
        this.clock = clock;
    }

    /** Says that an import waits. */
    void wake() {
        arrivals.release();
    }

    /** {@return the given import if it is the one at work} */
    Optional<Running> running(long id) {
        return Optional.ofNullable(running).filter(now -> now.id() == id);
    }

    private void work() {
        try {
            while (!stopping) {
                Optional<Long> next = table.firstWaiting();
                if (next.isPresent()) {
                    runOne(next.get());
                } else {
                    arrivals.acquire();
                    arrivals.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOne(long id) throws InterruptedException {
        Running now = new Running(id, new Progress(clock), new ImportWork.Figures());
        running = now;
        try {
            if (table.begin(id, clock.instant())) {
                run(now);
            }
        } finally {
            running = null;
        }
    }

    private void run(Running now) throws InterruptedException {
        ImportFolder folder = folder(now.id());
        try {
            ImportWork.Result result = work.run(table.request(now.id()), folder, now.progress(), now.figures());
            table.done(now.id(), now.figures(), result, clock.instant());
            if (!settings.keepUploads()) {
                folder.deleteUpload();
            }
        } catch (CancellationException e) {
            if (!stopping) {
                table.ended(now.id(), ImportState.CANCELLED, now.figures(), null, clock.instant());
                folder.deleteUpload();
            }
        } catch (Problem problem) {
            fail(now, Import.Trouble.of(problem));
        } catch (RuntimeException bug) {
            if (!stopping) {
                log.error("import {} failed", now.id(), bug);
                fail(now, new Import.Trouble("internal", "The server failed; its log says why.", java.util.List.of()));
            }
        }
    }

    private void fail(Running now, Import.Trouble problem) {
        table.ended(now.id(), ImportState.FAILED, now.figures(), problem, clock.instant());
    }

    ImportFolder folder(long id) {
        return new ImportFolder(data.imports().resolve(Long.toString(id)));
    }

    @Override
    public void start() {
        stopping = false;
        table.requeueInterrupted();
        thread = Thread.ofPlatform().name("imports").start(this::work);
    }

    @Override
    public void stop() {
        stopping = true;
        Running now = running;
        if (now != null) {
            now.progress().cancel();
        }
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
