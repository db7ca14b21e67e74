package io.guanxi.experiment.analysis;

import io.guanxi.experiment.assignment.Experiment;
import io.guanxi.experiment.assignment.Experiments;
import io.guanxi.experiment.assignment.State;
import io.guanxi.experiment.report.DayInputs;
import io.guanxi.experiment.report.Report;
import io.guanxi.experiment.report.Report.EffectInputs;
import io.guanxi.experiment.report.Report.Population;
import io.guanxi.experiment.report.ReportWork.Kind;
import io.guanxi.experiment.report.ReportWorks;
import io.guanxi.platform.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reports of live experiments, kept so that opening one again costs a row; those of running ones are made anew each day. */
@Component
public class LiveReports {

    private static final Logger log = LoggerFactory.getLogger(LiveReports.class);
    private static final Duration FRESH = Duration.ofDays(1);

    private final Experiments experiments;
    private final Analyses analyses;
    private final ReportWorks works;
    private final JdbcClient postgres;
    private final JsonMapper json;
    private final Clock clock;
    private final ReentrantLock working = new ReentrantLock(true);

    LiveReports(
            Experiments experiments,
            Analyses analyses,
            ReportWorks works,
            JdbcClient postgres,
            JsonMapper json,
            Clock clock) {
        this.experiments = experiments;
        this.analyses = analyses;
        this.works = works;
        this.postgres = postgres;
        this.json = json;
        this.clock = clock;
    }

    /**
     * {@return the report as it was last worked out}
     *
     * @param experiment which
     * @param population who is counted
     */
    public Optional<Report> kept(long experiment, Population population) {
        return postgres.sql("SELECT report FROM experiment_report WHERE experiment_id = ? AND population = ?")
                .params(experiment, population.name())
                .query((row, _) -> json.readValue(row.getString(1), Report.class))
                .optional();
    }

    /**
     * {@return what a day of the kept report is made of}
     *
     * @param experiment which
     * @param population who is counted
     * @param key one of {@link DayInputs}
     */
    public Optional<EffectInputs> day(long experiment, Population population, String key) {
        return postgres.sql(
                        "SELECT day_inputs -> ? FROM experiment_report WHERE experiment_id = ? AND population = ? AND jsonb_exists(day_inputs, ?)")
                .params(key, experiment, population.name(), key)
                .query((row, _) -> json.readValue(row.getString(1), EffectInputs.class))
                .optional();
    }

    /**
     * {@return whose reports are kept}
     *
     * @param experiment of which
     */
    public List<Population> keptOf(long experiment) {
        return postgres.sql("SELECT population FROM experiment_report WHERE experiment_id = ? ORDER BY population")
                .param(experiment)
                .query((row, _) -> Population.valueOf(row.getString(1)))
                .list();
    }

    /** {@return whose reports are kept, by experiment} */
    public Map<Long, List<Population>> kept() {
        Map<Long, List<Population>> kept = new HashMap<>();
        postgres.sql("SELECT experiment_id, population FROM experiment_report ORDER BY population")
                .query(row -> {
                    kept.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(Population.valueOf(row.getString(2)));
                });
        return kept;
    }

    /**
     * Works a report out and keeps it; one at a time.
     *
     * @param id which
     * @param population who is counted
     * @return the report
     */
    public Report make(long id, Population population) {
        Experiment experiment = experiments.get(id);
        return works.run(Kind.EXPERIMENT, Long.toString(id), progress -> make(experiment, population, progress));
    }

    private Report make(Experiment experiment, Population population, Progress progress) {
        working.lock();
        try {
            Report report = analyses.ofExperiment(experiment, population, progress);
            postgres.sql("""
                            INSERT INTO experiment_report (experiment_id, population, report, day_inputs, made_at)
                            VALUES (?, ?, ?::jsonb, ?::jsonb, ?)
                            ON CONFLICT (experiment_id, population)
                            DO UPDATE SET report = EXCLUDED.report, day_inputs = EXCLUDED.day_inputs, made_at = EXCLUDED.made_at""")
                    .params(
                            experiment.id(),
                            population.name(),
                            json.writeValueAsString(report),
                            json.writeValueAsString(DayInputs.of(report)),
                            OffsetDateTime.ofInstant(report.madeAt(), ZoneOffset.UTC))
                    .update();
            return report;
        } finally {
            working.unlock();
        }
    }

    /**
     * Makes reports anew that are a day old and may have changed since: while windows are open. That by exposure of every
     * experiment, that by intention where somebody asked for it once.
     */
    void refresh() {
        Map<Long, Instant> byExposure = madeAt(Population.EXPOSED);
        Map<Long, Instant> byIntention = madeAt(Population.INTENDED);
        for (Experiment experiment : experiments.all()) {
            refresh(experiment, Population.EXPOSED, byExposure.get(experiment.id()));
            Instant meant = byIntention.get(experiment.id());
            if (meant != null) {
                refresh(experiment, Population.INTENDED, meant);
            }
        }
    }

    private void refresh(Experiment experiment, Population population, @Nullable Instant last) {
        boolean old = last == null || last.isBefore(clock.instant().minus(FRESH));
        boolean changing = experiment.state() != State.DRAFT && (last == null || !experiment.isOver(last));
        if (old && changing) {
            try {
                make(experiment.id(), population);
            } catch (RuntimeException e) { // the next one may be well
                log.warn("the report of experiment {} could not be made", experiment.id(), e);
            }
        }
    }

    private Map<Long, Instant> madeAt(Population population) {
        Map<Long, Instant> made = new HashMap<>();
        postgres.sql("SELECT experiment_id, made_at FROM experiment_report WHERE population = ?")
                .param(population.name())
                .query(row -> {
                    made.put(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return made;
    }
}
