package io.guanxi.value.scoring;

import io.guanxi.value.LateData;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringRun.Failure;
import io.guanxi.value.ScoringRun.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code scoring_run}. */
@Component
class RunStore {

    private static final String SELECT = """
            SELECT id, state, as_of, late_data, model_version, requested_by, requested_at, started_at, finished_at, members,
                   communities, figures, problem_code, problem
            FROM scoring_run\s""";
    private static final TypeReference<Map<String, Object>> FIGURES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    RunStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    long insert(LocalDate asOf, LateData lateData, int modelVersion, String requestedBy) {
        return jdbc.sql("""
                        INSERT INTO scoring_run (state, as_of, late_data, model_version, requested_by, requested_at)
                        VALUES ('WAITING', ?, ?, ?, ?, ?) RETURNING id""")
                .params(asOf, lateData.name(), modelVersion, requestedBy, now())
                .query(Long.class)
                .single();
    }

    Optional<ScoringRun> find(long id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query((row, i) -> run(row))
                .optional();
    }

    Optional<ScoringRun> waiting(LocalDate asOf, LateData lateData, int modelVersion) {
        return jdbc.sql(SELECT
                        + "WHERE state = 'WAITING' AND as_of = ? AND late_data = ? AND model_version = ? LIMIT 1")
                .params(asOf, lateData.name(), modelVersion)
                .query((row, i) -> run(row))
                .optional();
    }

    List<ScoringRun> before(long id, int limit) {
        return jdbc.sql(SELECT + "WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(id, limit)
                .query((row, i) -> run(row))
                .list();
    }

    Optional<ScoringRun> latest(State state) {
        return jdbc.sql(SELECT + "WHERE state = ? ORDER BY id DESC LIMIT 1")
                .param(state.name())
                .query((row, i) -> run(row))
                .optional();
    }

    /** {@return the last run of the newest day that was scored} */
    Optional<ScoringRun> newestDone() {
        return jdbc.sql(SELECT + "WHERE state = 'DONE' ORDER BY as_of DESC, id DESC LIMIT 1")
                .query((row, i) -> run(row))
                .optional();
    }

    /** {@return whether the run was still waiting and now runs} */
    boolean start(long id) {
        return jdbc.sql("UPDATE scoring_run SET state = 'RUNNING', started_at = ? WHERE id = ? AND state = 'WAITING'")
                        .params(now(), id)
                        .update()
                == 1;
    }

    void done(long id, @Nullable Long members, @Nullable Long communities, Map<String, Object> figures) {
        jdbc.sql("""
                        UPDATE scoring_run
                        SET state = 'DONE', finished_at = ?, members = ?, communities = ?, figures = ?::jsonb
                        WHERE id = ?""")
                .param(now())
                .param(members)
                .param(communities)
                .param(json.writeValueAsString(figures))
                .param(id)
                .update();
    }

    void failed(long id, String code, String problem) {
        jdbc.sql("""
                        UPDATE scoring_run SET state = 'FAILED', finished_at = ?, problem_code = ?, problem = ?
                        WHERE id = ?""").params(now(), code, problem, id).update();
    }

    /** {@return whether the run had not ended yet} */
    boolean cancelled(long id) {
        return jdbc.sql("""
                        UPDATE scoring_run SET state = 'CANCELLED', finished_at = ?
                        WHERE id = ? AND state IN ('WAITING', 'RUNNING')""").params(now(), id).update() == 1;
    }

    /** Ends what a server left open when it stopped. */
    int interrupted() {
        return jdbc.sql("""
                        UPDATE scoring_run
                        SET state = 'FAILED', finished_at = ?, problem_code = 'run.interrupted',
                            problem = 'The server stopped before the run ended; ask for it again.'
                        WHERE state IN ('WAITING', 'RUNNING')""").param(now()).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private ScoringRun run(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        Instant started = instant(row, "started_at");
        Instant finished = instant(row, "finished_at");
        String code = row.getString("problem_code");
        return new ScoringRun(
                row.getLong("id"),
                state,
                null,
                state == State.DONE ? 100 : 0,
                null,
                row.getObject("as_of", LocalDate.class),
                LateData.valueOf(row.getString("late_data")),
                row.getInt("model_version"),
                row.getObject("members", Long.class),
                row.getObject("communities", Long.class),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                started,
                finished,
                started == null || finished == null
                        ? null
                        : Duration.between(started, finished).toMillis() / 1000.0,
                json.readValue(row.getString("figures"), FIGURES),
                code == null ? null : new Failure(code, String.valueOf(row.getString("problem"))));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
