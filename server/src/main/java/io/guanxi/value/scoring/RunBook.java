package io.guanxi.value.scoring;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import io.guanxi.platform.StoreTrouble;
import io.guanxi.value.LateData;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringRun.State;
import io.guanxi.value.ScoringRuns;
import io.guanxi.value.model.ValueModelStore;
import io.guanxi.value.model.ValueModelVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes requests for runs and carries them out one after another. */
@Component
class RunBook implements ScoringRuns, InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RunBook.class);
    private static final long SECONDS_TO_STOP = 5;

    private final RunStore store;
    private final ValueModelStore models;
    private final Scoring scoring;
    private final EmptyResults emptyResults;
    private final Audit audit;
    private final CurrentUser currentUser;
    private final Brand brand;
    private final ApplicationEventPublisher listeners;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final ExecutorService one = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("scoring").factory());
    private final Map<Long, Progress> running = new ConcurrentHashMap<>();

    RunBook(
            RunStore store,
            ValueModelStore models,
            Scoring scoring,
            EmptyResults emptyResults,
            Audit audit,
            CurrentUser currentUser,
            Brand brand,
            ApplicationEventPublisher listeners,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.models = models;
        this.scoring = scoring;
        this.emptyResults = emptyResults;
        this.audit = audit;
        this.currentUser = currentUser;
        this.brand = brand;
        this.listeners = listeners;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Ends what the last server left open. */
    @Override
    public void afterPropertiesSet() {
        int interrupted = store.interrupted();
        if (interrupted > 0) {
            log.warn("{} scoring run(s) had not ended when the server stopped; they are marked failed", interrupted);
        }
    }

    /** A mart that was lost is scored again as it was: what audiences stand on, then what was shown if that is another. */
    @EventListener(ApplicationReadyEvent.class)
    void scoreAgainWhatTheMartHasLost() {
        if (emptyResults.made()) {
            Optional<ScoringRun> shown = latestDone();
            store.newestDone()
                    .filter(run -> !run.equals(shown.orElse(null)))
                    .ifPresent(run -> start(run.asOf(), run.lateData()));
            shown.ifPresent(run -> start(run.asOf(), run.lateData()));
        }
    }

    /** Every night the day that has ended; {@code guanxi.scoring.cron: "-"} turns it off. */
    @Scheduled(cron = "${guanxi.scoring.cron:0 0 3 * * *}", zone = "${guanxi.brand.zone}")
    void everyNight() {
        start(brand.dayOf(clock.instant()).minusDays(1), LateData.INCLUDE);
    }

    @Override
    public ScoringRun start(@Nullable LocalDate asOf, LateData lateData) {
        LocalDate today = brand.dayOf(clock.instant());
        LocalDate day = asOf == null ? today : asOf;
        if (day.isAfter(today)) {
            throw Problem.badRequest("run.future", "asOf " + day + " lies ahead; today is " + today + ".");
        }
        ValueModelVersion model = models.current();
        Optional<ScoringRun> same = store.waiting(day, lateData, model.version());
        if (same.isPresent()) {
            return same.get();
        }
        long id = Objects.requireNonNull(transaction.execute(_ -> {
            long made = store.insert(
                    day, lateData, model.version(), currentUser.actor().name());
            audit.record("run.requested", "run:" + made, Map.of("asOf", day.toString(), "lateData", lateData.key()));
            return made;
        }));
        one.execute(() -> carryOut(id, model));
        return find(id).orElseThrow();
    }

    private void carryOut(long id, ValueModelVersion model) {
        Progress progress = new Progress(clock);
        running.put(id, progress);
        boolean done = false;
        try {
            if (store.start(id)) {
                Map<String, Object> figures = scoring.score(store.find(id).orElseThrow(), model.model(), progress);
                store.done(id, number(figures, "members"), number(figures, "communities"), figures);
                done = true;
            }
        } catch (CancellationException e) {
            store.cancelled(id);
        } catch (Problem problem) {
            store.failed(id, problem.code(), problem.detail());
        } catch (RuntimeException e) {
            log.error("scoring run {} failed", id, e);
            Problem trouble = StoreTrouble.of(e);
            if (trouble == null) {
                store.failed(
                        id,
                        "run.failed",
                        "The run failed while it was at " + progress.phase() + ": " + rootOf(e) + ".");
            } else {
                store.failed(
                        id,
                        trouble.code(),
                        (StoreTrouble.isDiskFull(e) ? "The server's disk is full" : "The database does not answer")
                                + "; the run stopped while it was at " + progress.phase()
                                + ", and the results before it are shown. Mend that and ask for it again.");
            }
        } finally {
            running.remove(id);
        }
        if (done) {
            tell(id);
        }
    }

    /** The run is done whatever becomes of those who hear of it. */
    private void tell(long id) {
        try {
            listeners.publishEvent(new ScoringRunDone(id));
        } catch (RuntimeException e) {
            log.error("what follows scoring run {} failed", id, e);
        }
    }

    private static @Nullable Long number(Map<String, Object> figures, String name) {
        return figures.get(name) instanceof Number number ? number.longValue() : null;
    }

    private static String rootOf(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage())
                .lines()
                .findFirst()
                .orElse(root.getClass().getSimpleName());
    }

    @Override
    public Optional<ScoringRun> find(long id) {
        return store.find(id).map(this::live);
    }

    @Override
    public Page<ScoringRun> page(@Nullable Long before, int limit) {
        List<ScoringRun> runs = store.before(before == null ? Long.MAX_VALUE : before, limit + 1);
        List<ScoringRun> shown = runs.subList(0, Math.min(limit, runs.size())).stream()
                .map(this::live)
                .toList();
        return new Page<>(
                shown, runs.size() > limit ? Long.toString(shown.getLast().id()) : null);
    }

    @Override
    public Optional<ScoringRun> latest() {
        return page(null, 1).items().stream().findFirst();
    }

    @Override
    public Optional<ScoringRun> latestDone() {
        return store.latest(State.DONE);
    }

    @Override
    public ScoringRun cancel(long id) {
        ScoringRun run = find(id).orElseThrow(() -> ScoringRuns.unknown(id));
        Progress progress = running.get(id);
        if (progress != null) {
            progress.cancel();
        } else if (!store.cancelled(id)) {
            throw Problem.conflict("run.ended", "Run " + id + " has ended: it is " + run.state() + ".");
        }
        audit.record("run.cancelled", "run:" + id, Map.of());
        return find(id).orElseThrow();
    }

    private ScoringRun live(ScoringRun run) {
        if (run.state() != State.RUNNING) {
            return run;
        }
        Progress progress = running.get(run.id());
        return progress == null
                ? store.find(run.id()).orElse(run) // it has ended since it was read
                : run.at(progress.phase(), progress.percent(), progress.secondsLeft());
    }

    @Override
    public void destroy() throws InterruptedException {
        running.values().forEach(Progress::cancel);
        one.shutdownNow();
        if (!one.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            log.warn("a scoring run did not stop in {} s", SECONDS_TO_STOP);
        }
    }
}
