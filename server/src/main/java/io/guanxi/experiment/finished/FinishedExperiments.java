package io.guanxi.experiment.finished;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.collect.FileMaps;
import io.guanxi.collect.FileMaps.BrokenLine;
import io.guanxi.collect.FileMaps.Wanted;
import io.guanxi.experiment.analysis.Analyses;
import io.guanxi.experiment.analysis.Judging;
import io.guanxi.experiment.report.DayInputs;
import io.guanxi.experiment.report.Report;
import io.guanxi.experiment.report.Report.EffectInputs;
import io.guanxi.platform.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Analyses files of finished experiments; keeps the report, not the rows. */
@Component
public class FinishedExperiments {

    private final FileMaps maps;
    private final Analyses analyses;
    private final JdbcClient postgres;
    private final JsonMapper json;
    private final CurrentUser currentUser;
    private final Audit audit;
    private final Clock clock;

    FinishedExperiments(
            FileMaps maps,
            Analyses analyses,
            JdbcClient postgres,
            JsonMapper json,
            CurrentUser currentUser,
            Audit audit,
            Clock clock) {
        this.maps = maps;
        this.analyses = analyses;
        this.postgres = postgres;
        this.json = json;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How a file is to be judged.
     *
     * @param name as people call the experiment
     * @param control the arm the others are compared with, or null
     * @param weights by arm, empty for equal ones
     * @param winsorAt quantile of the outlier treatment, or null for none
     * @param judging what its metrics are
     */
    public record Request(
            String name,
            @Nullable String control,
            Map<String, Double> weights,
            @Nullable Double winsorAt,
            Judging judging) {}

    private record Analysed(Report report, List<BrokenLine> broken) {}

    /**
     * Analyses a file.
     *
     * @param request how
     * @param wanted the file and its map
     * @return the kept report
     */
    public FinishedExperiment analyse(Request request, Wanted wanted) {
        Analysed analysed = maps.run(
                wanted,
                mapped -> new Analysed(
                        analyses.ofFile(
                                mapped, request.control(), request.weights(), request.winsorAt(), request.judging()),
                        mapped.broken()));
        long id = postgres.sql("""
                        INSERT INTO experiment_finished (name, file_name, map, report, day_inputs, rejects, created_by, created_at)
                        VALUES (?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?) RETURNING id""")
                .params(
                        request.name(),
                        wanted.fileName(),
                        wanted.map(),
                        json.writeValueAsString(analysed.report()),
                        json.writeValueAsString(DayInputs.of(analysed.report())),
                        json.writeValueAsString(analysed.broken()),
                        currentUser.actor().name(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Long.class)
                .single();
        audit.record("experiment.file-analysed", "finished-experiment:" + id, Map.of());
        return get(id);
    }

    /** {@return all, the latest first} */
    public List<FinishedExperiment.Summary> all() {
        return postgres.sql("""
                        SELECT id, name, file_name, created_by, created_at FROM experiment_finished
                        ORDER BY id DESC LIMIT 1000""").query(FinishedExperiment.Summary.class).list();
    }

    /**
     * {@return one}
     *
     * @param id its number
     */
    public FinishedExperiment get(long id) {
        return postgres.sql("""
                        SELECT id, name, file_name, map, report, jsonb_array_length(rejects), created_by, created_at
                        FROM experiment_finished WHERE id = ?""")
                .param(id)
                .query((row, _) -> new FinishedExperiment(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        json.readValue(row.getString(5), Report.class),
                        row.getInt(6),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant()))
                .optional()
                .orElseThrow(() ->
                        Problem.notFound("experiment.unknown-finished", "There is no finished experiment " + id + "."));
    }

    /**
     * {@return what a day of its report is made of}
     *
     * @param id its number
     * @param key one of {@link DayInputs}
     */
    public Optional<EffectInputs> day(long id, String key) {
        return postgres.sql(
                        "SELECT day_inputs -> ? FROM experiment_finished WHERE id = ? AND jsonb_exists(day_inputs, ?)")
                .params(key, id, key)
                .query((row, _) -> json.readValue(row.getString(1), EffectInputs.class))
                .optional();
    }

    /**
     * {@return the lines of its file that could not be read, in their order: where and why, not what stands in them}
     *
     * @param id its number
     */
    public List<BrokenLine> rejects(long id) {
        get(id);
        return postgres.sql("""
                        SELECT (l ->> 'line')::bigint AS line, l ->> 'field' AS field, l ->> 'code' AS code, l ->> 'reason' AS reason
                        FROM experiment_finished, jsonb_array_elements(rejects) WITH ORDINALITY AS e (l, n)
                        WHERE id = ? ORDER BY n""").param(id).query(BrokenLine.class).list();
    }

    /**
     * Forgets one.
     *
     * @param id its number
     */
    public void delete(long id) {
        get(id);
        postgres.sql("DELETE FROM experiment_finished WHERE id = ?").param(id).update();
        audit.record("experiment.file-deleted", "finished-experiment:" + id, Map.of());
    }
}
