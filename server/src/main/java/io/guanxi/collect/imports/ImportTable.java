package io.guanxi.collect.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code import}: every import there ever was. */
@Component
class ImportTable {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long nextId() {
        return jdbc.sql("SELECT nextval('import_id')").query(Long.class).single();
    }

    void add(long id, ImportRequest request) {
        jdbc.sql("""
                        INSERT INTO import (id, source, file_name, format, encoding, map, trial, state, created_at)
                        VALUES (:id, :source, :fileName, :format, :encoding, :map, :trial, 'WAITING', :at)
                        """)
                .param("id", id)
                .param("source", request.source())
                .param("fileName", request.fileName())
                .param("format", request.format().name())
                .param("encoding", request.encoding())
                .param("map", request.map())
                .param("trial", request.trial())
                .param("at", utc(request.received()))
                .update();
    }

    Optional<Import> find(long id) {
        return jdbc.sql("SELECT * FROM import WHERE id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    ImportRequest request(long id) {
        return jdbc.sql("SELECT source, file_name, format, encoding, map, created_at, trial FROM import WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new ImportRequest(
                        row.getString("source"),
                        row.getString("file_name"),
                        InputFormat.valueOf(row.getString("format")),
                        row.getString("encoding"),
                        row.getString("map"),
                        instant(row, "created_at").orElseThrow(),
                        row.getBoolean("trial")))
                .single();
    }

    /** {@return imports, the newest first: of any state where none is named, and only those with rejected rows if so wanted} */
    List<Import> before(long id, int limit, List<ImportState> states, boolean rejected) {
        return jdbc.sql("""
                        SELECT * FROM import
                        WHERE id < :id AND (cardinality(:states) = 0 OR state = ANY (:states))
                              AND (rejected > 0 OR NOT :rejected)
                        ORDER BY id DESC
                        LIMIT :limit
                        """)
                .param("id", id)
                .param("states", states.stream().map(ImportState::name).toArray(String[]::new))
                .param("rejected", rejected)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** {@return the oldest import that waits} */
    Optional<Long> firstWaiting() {
        return jdbc.sql("SELECT min(id) FROM import WHERE state = 'WAITING'")
                .query(Long.class)
                .optional();
    }

    /** {@return the imports that are marked as at work} */
    List<Long> atWork() {
        return jdbc.sql("SELECT id FROM import WHERE state = 'RUNNING' ORDER BY id")
                .query(Long.class)
                .list();
    }

    /** {@return the imports that wait or are at work} */
    List<Long> unfinished() {
        return jdbc.sql("SELECT id FROM import WHERE state IN ('WAITING', 'RUNNING')")
                .query(Long.class)
                .list();
    }

    /** {@return whether an import that was cut off waits again; not so where it was cut off too often} */
    boolean startOver(long id, int attempts) {
        return jdbc.sql("""
                        UPDATE import SET state = 'WAITING', started_at = NULL
                        WHERE id = :id AND state = 'RUNNING' AND attempts < :attempts
                        """).param("id", id).param("attempts", attempts).update() == 1;
    }

    /** An import that an orderly stop interrupts waits for the next start; that is no failed attempt. */
    void putBack(long id) {
        jdbc.sql("""
                        UPDATE import SET state = 'WAITING', started_at = NULL, attempts = attempts - 1
                        WHERE id = :id AND state = 'RUNNING'
                        """).param("id", id).update();
    }

    /** {@return whether it was waiting and is this worker's now} */
    boolean begin(long id, Instant at) {
        return jdbc.sql("""
                        UPDATE import SET state = 'RUNNING', started_at = :at, attempts = attempts + 1
                        WHERE id = :id AND state = 'WAITING'
                        """).param("id", id).param("at", utc(at)).update() == 1;
    }

    /** {@return whether it had been tried, and waits to be taken now} */
    boolean takeTried(long id) {
        return jdbc.sql("""
                        UPDATE import SET state = 'WAITING', phase = 'waiting', trial = false, attempts = 0,
                               started_at = NULL, finished_at = NULL, read = 0, mapped = 0, accepted = 0, duplicate = 0,
                               rejected = 0, new_members = NULL, merges = NULL
                        WHERE id = :id AND state = 'TRIED'
                        """).param("id", id).update() == 1;
    }

    void tried(long id, ImportWork.Trial trial, Instant at) {
        jdbc.sql("UPDATE import SET new_members = :members, merges = :merges WHERE id = :id AND state = 'RUNNING'")
                .param("id", id)
                .param("members", trial.would().newMembers())
                .param("merges", trial.would().merges())
                .update();
        end(
                ImportState.TRIED,
                new Receipt(
                        id,
                        at,
                        trial.figures().read().get(),
                        trial.figures().mapped().get(),
                        trial.would().passage().accepted(),
                        trial.would().passage().duplicates(),
                        trial.rejected()),
                null,
                at);
    }

    /** {@return whether it was still waiting, or only tried, and will not be taken} */
    boolean cancelWaiting(long id, Instant at) {
        return jdbc.sql("""
                        UPDATE import SET state = 'CANCELLED', phase = 'done', finished_at = :at
                        WHERE id = :id AND state IN ('WAITING', 'TRIED')
                        """).param("id", id).param("at", utc(at)).update() == 1;
    }

    void done(Receipt receipt, Instant at) {
        end(ImportState.DONE, receipt, null, at);
    }

    void ended(long id, ImportState state, ImportWork.Figures figures, Import.@Nullable Trouble problem, Instant at) {
        end(state, new Receipt(id, at, figures.read().get(), figures.mapped().get(), 0, 0, 0), problem, at);
    }

    private void end(ImportState state, Receipt figures, Import.@Nullable Trouble problem, Instant at) {
        jdbc.sql("""
                        UPDATE import SET state = :state, phase = 'done', read = :read, mapped = :mapped,
                               accepted = :accepted, duplicate = :duplicate, rejected = :rejected,
                               finished_at = :at, problem = CAST(:problem AS jsonb)
                        WHERE id = :id
                        """)
                .param("id", figures.id())
                .param("state", state.name())
                .param("read", figures.read())
                .param("mapped", figures.mapped())
                .param("accepted", figures.accepted())
                .param("duplicate", figures.duplicate())
                .param("rejected", figures.rejected())
                .param("at", utc(at))
                .param("problem", problem == null ? null : json.writeValueAsString(problem))
                .update();
    }

    private Import read(ResultSet row, int number) throws SQLException {
        ImportState state = ImportState.valueOf(row.getString("state"));
        Instant started = instant(row, "started_at").orElse(null);
        Instant finished = instant(row, "finished_at").orElse(null);
        String problem = row.getString("problem");
        return new Import(
                row.getLong("id"),
                row.getString("source"),
                row.getString("file_name"),
                InputFormat.valueOf(row.getString("format")),
                state,
                row.getString("phase"),
                row.getLong("read"),
                row.getLong("mapped"),
                row.getLong("accepted"),
                row.getLong("duplicate"),
                row.getLong("rejected"),
                row.getBoolean("trial"),
                row.getObject("new_members", Long.class),
                row.getObject("merges", Long.class),
                state == ImportState.DONE || state == ImportState.TRIED ? 100 : 0,
                null,
                instant(row, "created_at").orElseThrow(),
                started,
                finished,
                started == null || finished == null
                        ? null
                        : Duration.between(started, finished).toMillis() / 1000.0,
                problem == null ? null : json.readValue(problem, Import.Trouble.class));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
