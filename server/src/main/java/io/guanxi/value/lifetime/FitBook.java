package io.guanxi.value.lifetime;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import io.guanxi.value.LateData;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringRuns;
import io.guanxi.value.ValueModel;
import io.guanxi.value.model.ValueModelStore;
import io.guanxi.value.scoring.Facts;
import io.guanxi.value.scoring.ModelBench;
import io.guanxi.value.scoring.Scoring;
import io.guanxi.value.scoring.ScoringRunDone;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes requests for fits and carries them out one after another, as of the day whose figures are shown. After a scoring run a fit is
 * asked for where the last one is some days old.
 */
@Component
public class FitBook implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(FitBook.class);
    private static final long SECONDS_TO_STOP = 5;
    private static final double FITTED = 0.9;

    private final FitStore store;
    private final ScoringRuns runs;
    private final Scoring scoring;
    private final ValueModelStore models;
    private final Facts facts;
    private final Audit audit;
    private final CurrentUser currentUser;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final int everyDays;
    private final ExecutorService one = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("lifetime").factory());
    private final Map<Long, Progress> running = new ConcurrentHashMap<>();

    FitBook(
            FitStore store,
            ScoringRuns runs,
            Scoring scoring,
            ValueModelStore models,
            Facts facts,
            Audit audit,
            CurrentUser currentUser,
            TransactionOperations transaction,
            Clock clock,
            @Value("${guanxi.lifetime.fit-every-days:7}") int everyDays) {
        this.store = store;
        this.runs = runs;
        this.scoring = scoring;
        this.models = models;
        this.facts = facts;
        this.audit = audit;
        this.currentUser = currentUser;
        this.transaction = transaction;
        this.clock = clock;
        this.everyDays = everyDays;
    }

    /** Ends what the last server left open. */
    @Override
    public void afterPropertiesSet() {
        store.interrupted();
    }

    @EventListener
    void fitWhereTheLastIsOld(ScoringRunDone done) {
        if (everyDays < 1) {
            return;
        }
        ScoringRun run = runs.find(done.id()).orElseThrow();
        boolean old = store.latest()
                .map(fit -> ChronoUnit.DAYS.between(fit.asOf(), run.asOf()) >= everyDays)
                .orElse(true);
        if (old) {
            begin(run);
        }
    }

    /** {@return a fit as of the day whose figures are shown; one that still waits is not repeated but answered} */
    public LifetimeFit start() {
        return begin(runs.latestDone()
                .orElseThrow(() -> Problem.conflict("run.none", "No scoring run has ended yet; ask for one first.")));
    }

    private LifetimeFit begin(ScoringRun run) {
        Optional<LifetimeFit> same = store.waiting();
        if (same.isPresent()) {
            return same.get();
        }
        long id = Objects.requireNonNull(transaction.execute(_ -> {
            long made = store.insert(run.asOf(), currentUser.actor().name());
            audit.record(
                    "lifetime-fit.requested",
                    "lifetime-fit:" + made,
                    Map.of("asOf", run.asOf().toString()));
            return made;
        }));
        one.execute(() -> carryOut(id, run));
        return find(id);
    }

    private void carryOut(long id, ScoringRun run) {
        Progress progress = new Progress(clock);
        running.put(id, progress);
        try {
            if (store.start(id)) {
                FoundLifetime found = fit(run, progress);
                predict(id, found, progress);
            }
        } catch (CancellationException e) {
            store.cancelled(id);
        } catch (TooLittleData refused) {
            store.failed(id, refused.code(), String.valueOf(refused.getMessage()));
        } catch (RuntimeException e) {
            log.error("lifetime fit {} failed", id, e);
            store.failed(id, "lifetime.failed", "The fit failed while it was at " + progress.phase() + ".");
        } finally {
            running.remove(id);
        }
    }

    private FoundLifetime fit(ScoringRun run, Progress progress) {
        try (ModelBench bench = ModelBench.trial(facts.connect(), modelOf(run), run.asOf())) {
            if (run.lateData() == LateData.EXCLUDE) {
                facts.asSeenOn(bench.sql(), run.asOf());
            }
            FoundLifetime found = new FitWork(bench, run.asOf(), progress).run();
            progress.at("predict", FITTED);
            return found;
        }
    }

    /**
     * Predicts from the buyers as the last run has left them, so that predictions and scores are of one day. The model is in force before
     * what it predicts is shown: nothing is ever shown by a model that nobody knows, and a run that comes between waits.
     */
    private void predict(long id, FoundLifetime found, Progress progress) {
        scoring.betweenRuns(() -> {
            ScoringRun run = runs.latestDone().orElseThrow();
            int version = store.nextVersion();
            try (ModelBench bench = ModelBench.on(facts.connect(), modelOf(run), run.asOf())) {
                bench.have(List.of("member_score"));
                boolean known = bench.sql()
                        .sql("SELECT EXISTS (FROM lifetime_case)")
                        .query(Boolean.class)
                        .single();
                if (known) {
                    bench.have(List.of("lifetime_case"));
                } else {
                    bench.make(List.of("lifetime_case"), progress, FITTED, FITTED);
                }
                LifetimePrediction.lay(bench.sql(), found, version, bench.parameters()::number);
                bench.make(List.of("member_lifetime", "lifetime_class"), progress, FITTED, 1);
                store.done(id, version, found);
                bench.publish();
            }
        });
    }

    private ValueModel modelOf(ScoringRun run) {
        return models.find(run.modelVersion()).orElseThrow().model();
    }

    /**
     * {@return a fit, with its progress}
     *
     * @param id its number
     */
    public LifetimeFit find(long id) {
        return store.find(id)
                .map(this::live)
                .orElseThrow(() -> Problem.notFound(
                        "lifetime-fit.unknown", "There is no lifetime fit with the number " + id + "."));
    }

    /** {@return the fit asked for last, whatever its state} */
    public Optional<LifetimeFit> latest() {
        return store.latest().map(this::live);
    }

    /** {@return the fit whose model is in force} */
    public Optional<LifetimeFit> inForce() {
        return store.inForce();
    }

    /**
     * {@return fits, the latest first}
     *
     * @param before fits of lower numbers, or null for all
     * @param limit at most so many
     */
    public Page<LifetimeFit> page(@Nullable Long before, int limit) {
        List<LifetimeFit> fits = store.before(before == null ? Long.MAX_VALUE : before, limit + 1);
        List<LifetimeFit> shown = fits.subList(0, Math.min(limit, fits.size())).stream()
                .map(this::live)
                .toList();
        return new Page<>(
                shown, fits.size() > limit ? Long.toString(shown.getLast().id()) : null);
    }

    /**
     * Stops a fit that waits or runs; it ends at its next step.
     *
     * @param id its number
     * @return the fit
     */
    public LifetimeFit cancel(long id) {
        LifetimeFit fit = find(id);
        Progress progress = running.get(id);
        if (progress != null) {
            progress.cancel();
        } else if (!store.cancelled(id)) {
            throw Problem.conflict("lifetime-fit.ended", "Fit " + id + " has ended: it is " + fit.state() + ".");
        }
        audit.record("lifetime-fit.cancelled", "lifetime-fit:" + id, Map.of());
        return find(id);
    }

    private LifetimeFit live(LifetimeFit fit) {
        if (fit.state() != LifetimeFit.State.RUNNING) {
            return fit;
        }
        Progress progress = running.get(fit.id());
        return progress == null
                ? store.find(fit.id()).orElse(fit) // it has ended since it was read
                : fit.at(progress.phase(), progress.percent(), progress.secondsLeft());
    }

    @Override
    public void destroy() throws InterruptedException {
        running.values().forEach(Progress::cancel);
        one.shutdownNow();
        if (!one.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            log.warn("a lifetime fit did not stop in {} s", SECONDS_TO_STOP);
        }
    }
}
