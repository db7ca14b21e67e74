package io.guanxi.value.scoring;

import io.guanxi.platform.Progress;
import io.guanxi.value.LateData;
import io.guanxi.value.ScoringContext;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringStep;
import io.guanxi.value.ValueModel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scores the whole brand: settle the mart, make the models, let other modules do their part, publish. */
@Component
public class Scoring {

    private static final double SETTLED = 0.10;
    private static final double SEEN = 0.25;
    private static final double SCORED = 0.75;
    private static final double STEPPED = 0.97;

    private final Facts facts;
    private final List<ScoringStep> steps;
    private final ReentrantLock scoring = new ReentrantLock();

    Scoring(Facts facts, List<ScoringStep> steps) {
        this.facts = facts;
        this.steps = steps.stream()
                .sorted(Comparator.comparingInt(ScoringStep::order))
                .toList();
    }

    /**
     * Scores.
     *
     * @return the run's figures
     */
    Map<String, Object> score(ScoringRun run, ValueModel model, Progress progress) {
        scoring.lock();
        try {
            return scoreAlone(run, model, progress);
        } finally {
            scoring.unlock();
        }
    }

    /**
     * Does something while no run is under way.
     *
     * @param work what to do
     */
    public void betweenRuns(Runnable work) {
        scoring.lock();
        try {
            work.run();
        } finally {
            scoring.unlock();
        }
    }

    private Map<String, Object> scoreAlone(ScoringRun run, ValueModel model, Progress progress) {
        Stopwatch stopwatch = new Stopwatch();
        progress.at("settle", 0);
        stopwatch.time("settle", facts::settle);
        try (ModelBench bench = ModelBench.on(facts.connect(), model, run.asOf())) {
            GroundTables ground = new GroundTables(bench.sql());
            boolean moves = ground.moves(run.asOf());
            if (!moves) {
                ground.keep();
            }
            double from = SETTLED;
            if (run.lateData() == LateData.EXCLUDE) {
                progress.at("as_seen", SETTLED);
                stopwatch.time("as_seen", () -> facts.asSeenOn(bench.sql(), run.asOf()));
                from = SEEN;
            }
            bench.make(Models.RESULTS, progress, from, SCORED);
            Map<String, Object> figures = new LinkedHashMap<>(RunFigures.of(bench.sql()));
            double share = (STEPPED - SCORED) / Math.max(1, steps.size());
            for (int i = 0; i < steps.size(); i++) {
                Context context = new Context(run, model, bench, progress, figures, SCORED + i * share, share);
                ScoringStep step = steps.get(i);
                progress.at(step.name(), SCORED + i * share);
                stopwatch.time(step.name(), () -> step.run(context));
            }
            mark(bench.sql(), run);
            if (moves) {
                ground.follow();
            }
            figures.put("audiences", ground.figures(moves));
            progress.at("publish", STEPPED);
            stopwatch.time("publish", bench::publish);
            Map<String, Double> seconds = new LinkedHashMap<>(stopwatch.seconds());
            seconds.putAll(bench.seconds());
            figures.put("seconds", seconds);
            return figures;
        }
    }

    /** Leaves in the mart which run its figures are of. */
    private static void mark(JdbcClient sql, ScoringRun run) {
        sql.sql("""
                        CREATE OR REPLACE TABLE main.score_run AS
                        SELECT CAST(? AS BIGINT) AS run_id, CAST(? AS DATE) AS as_of, CAST(? AS VARCHAR) AS late_data,
                               CAST(? AS INTEGER) AS model_version""")
                .params(run.id(), run.asOf(), run.lateData().name(), run.modelVersion())
                .update();
    }

    private record Context(
            ScoringRun run,
            ValueModel model,
            ModelBench bench,
            Progress progress,
            Map<String, Object> figures,
            double from,
            double share)
            implements ScoringContext {

        @Override
        public LocalDate asOf() {
            return run.asOf();
        }

        @Override
        public LateData lateData() {
            return run.lateData();
        }

        @Override
        public JdbcClient sql() {
            return bench.sql();
        }

        @Override
        public void parameter(String name, double number) {
            bench.parameters().number(name, number);
        }

        @Override
        public void make(String... results) {
            bench.make(List.of(results), progress, from, from + share);
        }

        @Override
        public void figure(String name, Object value) {
            figures.put(name, value);
        }
    }
}
