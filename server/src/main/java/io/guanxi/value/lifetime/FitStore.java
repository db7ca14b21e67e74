package io.guanxi.value.lifetime;

import io.guanxi.value.lifetime.LifetimeFit.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code lifetime_fit}. */
@Component
class FitStore {

    private static final String SELECT = """
            SELECT id, state, as_of, version, requested_by, requested_at, started_at, finished_at, found, problem_code, problem
            FROM lifetime_fit\s""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    FitStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    long insert(LocalDate asOf, String requestedBy) {
        return jdbc.sql("""
                        INSERT INTO lifetime_fit (state, as_of, requested_by, requested_at)
                        VALUES ('WAITING', ?, ?, ?) RETURNING id""").params(asOf, requestedBy, now()).query(Long.class).single();
    }

    Optional<LifetimeFit> find(long id) {
        return one("WHERE id = " + id);
    }

    Optional<LifetimeFit> waiting() {
        return one("WHERE state = 'WAITING' LIMIT 1");
    }

    Optional<LifetimeFit> latest() {
        return one("ORDER BY id DESC LIMIT 1");
    }

    Optional<LifetimeFit> inForce() {
        return one("WHERE state = 'DONE' ORDER BY version DESC LIMIT 1");
    }

    Optional<LifetimeFit> ofVersion(int version) {
        return one("WHERE version = " + version);
    }

    private Optional<LifetimeFit> one(String which) {
        return jdbc.sql(SELECT + which).query((row, i) -> fit(row)).optional();
    }

    List<LifetimeFit> before(long id, int limit) {
        return jdbc.sql(SELECT + "WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(id, limit)
                .query((row, i) -> fit(row))
                .list();
    }

    /** {@return whether the fit was still waiting and now runs} */
    boolean start(long id) {
        return jdbc.sql("UPDATE lifetime_fit SET state = 'RUNNING', started_at = ? WHERE id = ? AND state = 'WAITING'")
                        .params(now(), id)
                        .update()
                == 1;
    }

    int nextVersion() {
        return jdbc.sql("SELECT coalesce(max(version), 0) + 1 FROM lifetime_fit")
                .query(Integer.class)
                .single();
    }

    void done(long id, int version, FoundLifetime found) {
        jdbc.sql("UPDATE lifetime_fit SET state = 'DONE', finished_at = ?, found = ?::jsonb, version = ? WHERE id = ?")
                .params(now(), json.writeValueAsString(found), version, id)
                .update();
    }

    void failed(long id, String code, String problem) {
        jdbc.sql("""
                        UPDATE lifetime_fit SET state = 'FAILED', finished_at = ?, problem_code = ?, problem = ?
                        WHERE id = ? AND state = 'RUNNING'""").params(now(), code, problem, id).update();
    }

    /** {@return whether the fit had not ended yet} */
    boolean cancelled(long id) {
        return jdbc.sql("""
                        UPDATE lifetime_fit SET state = 'CANCELLED', finished_at = ?
                        WHERE id = ? AND state IN ('WAITING', 'RUNNING')""").params(now(), id).update() == 1;
    }

    /** Ends what a server left open when it stopped. */
    void interrupted() {
        jdbc.sql("""
                        UPDATE lifetime_fit
                        SET state = 'FAILED', finished_at = ?, problem_code = 'lifetime.interrupted',
                            problem = 'The server stopped before the fit ended; ask for it again.'
                        WHERE state IN ('WAITING', 'RUNNING')""").param(now()).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private LifetimeFit fit(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        Instant started = instant(row, "started_at");
        Instant finished = instant(row, "finished_at");
        String found = row.getString("found");
        String code = row.getString("problem_code");
        return new LifetimeFit(
                row.getLong("id"),
                state,
                null,
                state == State.DONE ? 100 : 0,
                null,
                row.getObject("as_of", LocalDate.class),
                row.getObject("version", Integer.class),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                started,
                finished,
                started == null || finished == null
                        ? null
                        : Duration.between(started, finished).toMillis() / 1000.0,
                found == null ? null : json.readValue(found, FoundLifetime.class),
                code == null ? null : new FoundLifetime.Refusal(code, String.valueOf(row.getString("problem"))));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
