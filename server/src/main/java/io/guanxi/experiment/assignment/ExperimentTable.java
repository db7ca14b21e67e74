package io.guanxi.experiment.assignment;

import io.guanxi.experiment.assignment.Experiment.Slice;
import io.guanxi.experiment.design.Design;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code experiment}. */
@Component
class ExperimentTable {

    private static final String SELECT = """
            SELECT id, subject, design, salt, layer_from, layer_until, state, created_by, created_at, started_at, stopped_at
            FROM experiment\s""";

    private final JdbcClient postgres;
    private final JsonMapper json;
    private final Clock clock;

    ExperimentTable(JdbcClient postgres, JsonMapper json, Clock clock) {
        this.postgres = postgres;
        this.json = json;
        this.clock = clock;
    }

    List<Experiment> all() {
        return postgres.sql(SELECT + "ORDER BY id DESC LIMIT 2000")
                .query((row, _) -> experiment(row))
                .list();
    }

    Optional<Experiment> find(long id) {
        return postgres.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query((row, _) -> experiment(row))
                .optional();
    }

    /** {@return the holdouts of a thing, the latest first} */
    List<Experiment> ofSubject(String subject) {
        return postgres.sql(SELECT + "WHERE subject = ? ORDER BY id DESC")
                .param(subject)
                .query((row, _) -> experiment(row))
                .list();
    }

    Optional<Experiment> runningOf(String subject) {
        return postgres.sql(SELECT + "WHERE subject = ? AND state = 'RUNNING'")
                .param(subject)
                .query((row, _) -> experiment(row))
                .optional();
    }

    /** {@return numbers of the things with a running holdout whose keys begin so} */
    Set<Long> runningSubjects(String prefix) {
        return new HashSet<>(
                postgres.sql("""
                        SELECT substr(subject, length(:prefix) + 1)::bigint FROM experiment
                        WHERE state = 'RUNNING' AND starts_with(subject, :prefix)""").param("prefix", prefix).query(Long.class).list());
    }

    /** {@return the number of a draft} */
    long insert(Design design, String by) {
        return insert(null, design, State.DRAFT, by).orElseThrow();
    }

    /** {@return the number of a holdout that runs from now on; empty where the thing has one that runs} */
    Optional<Long> open(String subject, Design design, String by) {
        return insert(subject, design, State.RUNNING, by);
    }

    private Optional<Long> insert(@Nullable String subject, Design design, State state, String by) {
        OffsetDateTime now = now();
        return postgres.sql("""
                        INSERT INTO experiment (subject, design, salt, layer, state, created_by, created_at, started_at)
                        VALUES (:subject, :design::jsonb, :salt, :layer, :state, :by, :now,
                                CASE WHEN :state = 'RUNNING' THEN :now::timestamptz END)
                        ON CONFLICT (subject) WHERE state = 'RUNNING' DO NOTHING
                        RETURNING id""")
                .param("subject", subject, Types.VARCHAR)
                .param("design", json.writeValueAsString(design))
                .param("salt", UUID.randomUUID().toString())
                .param("layer", design.layer())
                .param("state", state.name())
                .param("by", by)
                .param("now", now)
                .query(Long.class)
                .optional();
    }

    void redesign(long id, Design design) {
        postgres.sql("UPDATE experiment SET design = :design::jsonb, layer = :layer WHERE id = :id")
                .param("design", json.writeValueAsString(design))
                .param("layer", design.layer())
                .param("id", id)
                .update();
    }

    /** {@return experiments that hold places of a layer: those that run, and stopped ones in which members still have an open window} */
    List<Experiment> inLayer(String layer) {
        Instant now = clock.instant();
        return postgres.sql(SELECT + """
                        AS e WHERE layer = ? AND (state = 'RUNNING' OR state = 'STOPPED' AND EXISTS (
                            SELECT FROM experiment_exposure x WHERE x.experiment_id = e.id))
                        ORDER BY layer_from""").param(layer).query((row, _) -> experiment(row)).list().stream()
                .filter(experiment -> !experiment.isOver(now))
                .toList();
    }

    void lock() {
        postgres.sql("LOCK TABLE experiment IN SHARE ROW EXCLUSIVE MODE").update();
    }

    void start(long id, Slice slice) {
        postgres.sql("""
                        UPDATE experiment SET state = 'RUNNING', started_at = ?, layer_from = ?, layer_until = ? WHERE id = ?""").params(now(), slice.from(), slice.until(), id).update();
    }

    void stop(long id) {
        postgres.sql("UPDATE experiment SET state = 'STOPPED', stopped_at = ? WHERE id = ? AND state = 'RUNNING'")
                .params(now(), id)
                .update();
    }

    /** {@return the planned units, from now on these where there were none} */
    long planUnits(long id, boolean intended, long units) {
        String column = intended ? "planned_intended" : "planned_exposed";
        return postgres.sql(
                        "UPDATE experiment SET %1$s = coalesce(%1$s, ?) WHERE id = ? RETURNING %1$s".formatted(column))
                .params(units, id)
                .query(Long.class)
                .single();
    }

    void delete(long id) {
        postgres.sql("DELETE FROM experiment WHERE id = ?").param(id).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Experiment experiment(ResultSet row) throws SQLException {
        return new Experiment(
                row.getLong(1),
                row.getString(2),
                json.readValue(row.getString(3), Design.class),
                row.getString(4),
                new Slice(row.getInt(5), row.getInt(6)),
                State.valueOf(row.getString(7)),
                row.getString(8),
                instant(row, 9).orElseThrow(),
                instant(row, 10).orElse(null),
                instant(row, 11).orElse(null));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
