package io.guanxi.collect.imports;

import io.guanxi.lake.Lake;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import io.guanxi.platform.StoreTrouble;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
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
    private static final long PAUSE_AFTER_FAILURE_SECONDS = 2;
    private static final int MOST_ATTEMPTS = 5;
    private static final int MOST_ATTEMPTS_AT_A_BUG =
            2; // a database that dies in the middle does not always look like one
    private static final Import.Trouble GIVEN_UP = new Import.Trouble(
            "import.interrupted",
            "The server or its database ended " + MOST_ATTEMPTS
                    + " times while this import was at work; nothing of it was taken. The log says why they ended; "
                    + "import the file again.",
            List.of());

    private final ImportTable table;
    private final ImportWork work;
    private final DataFolder data;
    private final ImportSettings settings;
    private final Lake lake;
    private final Clock clock;
    private final Semaphore arrivals = new Semaphore(0);
    private volatile CountDownLatch rest = new CountDownLatch(1);
    private volatile @Nullable Running running;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /** The import at work. */
    record Running(long id, Progress progress, ImportWork.Figures figures) {}

    ImportQueue(ImportTable table, ImportWork work, DataFolder data, ImportSettings settings, Lake lake, Clock clock) {
        this.table = table;
        this.work = work;
        this.data = data;
        this.settings = settings;
        this.lake = lake;
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
                try {
                    next();
                } catch (RuntimeException e) {
                    log.error("imports pause; the one at work starts over", e);
                    rest.await(PAUSE_AFTER_FAILURE_SECONDS, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next() throws InterruptedException {
        settle();
        Optional<Long> next = table.firstWaiting();
        if (next.isPresent()) {
            runOne(next.get());
        } else {
            arrivals.acquire();
            arrivals.drainPermits();
        }
    }

    /** What was cut off at work is done where the lake has it, and starts over otherwise. Only while nothing is at work. */
    private void settle() {
        for (long id : table.atWork()) {
            if (!closeIfTaken(id) && !table.startOver(id, MOST_ATTEMPTS)) {
                table.ended(id, ImportState.FAILED, new ImportWork.Figures(), GIVEN_UP, clock.instant());
            }
        }
    }

    private boolean closeIfTaken(long id) {
        Optional<Receipt> receipt = Receipt.of(id, table.request(id).received(), lake.receipt());
        receipt.ifPresent(this::close);
        return receipt.isPresent();
    }

    private void close(Receipt receipt) {
        table.done(receipt, clock.instant());
        if (!settings.keepUploads()) {
            folder(receipt.id()).deleteUpload();
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
            ImportRequest request = table.request(now.id());
            if (request.trial()) {
                table.tried(now.id(), work.rehearse(request, folder, now.progress(), now.figures()), clock.instant());
            } else {
                close(work.run(now.id(), request, folder, now.progress(), now.figures()));
            }
        } catch (CancellationException e) {
            if (stopping) {
                table.putBack(now.id());
            } else {
                table.ended(now.id(), ImportState.CANCELLED, now.figures(), null, clock.instant());
                folder.deleteUpload();
            }
        } catch (Problem problem) {
            fail(now, Import.Trouble.of(problem));
        } catch (RuntimeException bug) {
            if (StoreTrouble.isUnavailable(bug)) {
                throw bug;
            }
            log.error("import {} failed", now.id(), bug);
            if (!closeIfTaken(now.id()) && !table.startOver(now.id(), MOST_ATTEMPTS_AT_A_BUG)) {
                fail(now, new Import.Trouble("internal", "The server failed; its log says why.", List.of()));
            }
        }
    }

    /** What fails after the lake's commit has not failed. */
    private void fail(Running now, Import.Trouble problem) {
        if (!closeIfTaken(now.id())) {
            table.ended(now.id(), ImportState.FAILED, now.figures(), problem, clock.instant());
        }
    }

    ImportFolder folder(long id) {
        return new ImportFolder(data.imports().resolve(Long.toString(id)));
    }

    @Override
    public void start() {
        stopping = false;
        rest = new CountDownLatch(1);
        settle();
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
        rest.countDown();
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
