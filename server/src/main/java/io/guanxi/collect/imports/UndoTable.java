package io.guanxi.collect.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code import_undo}. */
@Component
class UndoTable {

    private final JdbcClient jdbc;

    UndoTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return whether nobody had asked for it before} */
    boolean open(long importId, String askedBy, Instant at) {
        return jdbc.sql("""
                        INSERT INTO import_undo (import_id, state, asked_by, asked_at)
                        VALUES (:id, 'RUNNING', :askedBy, :at) ON CONFLICT DO NOTHING
                        """)
                        .param("id", importId)
                        .param("askedBy", askedBy)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** Keeps what an attempt finds to take out; one that goes on where another was cut off finds less. */
    void count(long importId, long events, int members) {
        jdbc.sql("""
                        UPDATE import_undo SET events = greatest(events, :events), members = greatest(members, :members)
                        WHERE import_id = :id
                        """)
                .param("id", importId)
                .param("events", events)
                .param("members", members)
                .update();
    }

    void done(long importId, Instant at) {
        jdbc.sql("UPDATE import_undo SET state = 'DONE', finished_at = :at, problem = NULL WHERE import_id = :id")
                .param("id", importId)
                .param("at", utc(at))
                .update();
    }

    void failed(long importId, String problem) {
        jdbc.sql("UPDATE import_undo SET problem = :problem WHERE import_id = :id")
                .param("id", importId)
                .param("problem", problem)
                .update();
    }

    List<Long> running() {
        return jdbc.sql("SELECT import_id FROM import_undo WHERE state = 'RUNNING' ORDER BY asked_at")
                .query(Long.class)
                .list();
    }

    Optional<Undo> find(long importId) {
        return jdbc.sql("SELECT * FROM import_undo WHERE import_id = :id")
                .param("id", importId)
                .query(UndoTable::read)
                .optional();
    }

    List<Undo> all() {
        return jdbc.sql("SELECT * FROM import_undo ORDER BY import_id DESC")
                .query(UndoTable::read)
                .list();
    }

    private static Undo read(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        Undo.State state = Undo.State.valueOf(row.getString("state"));
        return new Undo(
                row.getLong("import_id"),
                state,
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getLong("events"),
                row.getInt("members"),
                row.getString("problem"),
                null,
                state == Undo.State.DONE ? 100 : 0,
                null,
                null,
                0);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
