package io.guanxi.journey.store;

import io.guanxi.platform.Bitmaps;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is being let into journeys, and how far that is. A batch and its place in the enrolment are one transaction. */
@Component
public class EnrolmentTable {

    private static final String COLUMNS =
            "id, journey_id, key, state, asked, seen, entered, asked_by, begun_at, ended_at";

    private final JdbcClient postgres;

    /**
     * The table.
     *
     * @param postgres where journeys are kept
     */
    public EnrolmentTable(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /** How far one is. */
    @Schema(name = "JourneyEnrolmentState")
    public enum State {
        /** Members come in, unless the journey is paused. */
        RUNNING,
        /** All were looked at. */
        DONE,
        /** Somebody stopped it, or the journey; who had come in by then stayed. */
        CANCELLED
    }

    /**
     * That members are let into a journey.
     *
     * @param id its number
     * @param journey into which
     * @param key tells instances of one member apart, empty for one
     * @param state how far it is
     * @param asked how many were to enter
     * @param seen how many of them were looked at
     * @param entered how many came in; the others are in already, or may not come again
     * @param by who wanted it; empty for the journey itself
     * @param begunAt when
     * @param endedAt when it was over, or null
     */
    @Schema(name = "JourneyEnrolment")
    public record Enrolment(
            long id,
            long journey,
            String key,
            State state,
            int asked,
            int seen,
            int entered,
            String by,
            Instant begunAt,
            @Nullable Instant endedAt) {}

    /**
     * What is left of one.
     *
     * @param id its number
     * @param journey into which
     * @param key of the instances
     * @param members who was to enter
     * @param last all up to this number were looked at
     * @param begunAt when it was asked for
     */
    public record Open(long id, long journey, String key, RoaringBitmap members, int last, Instant begunAt) {}

    /**
     * {@return the number of a new one}
     *
     * @param journey into which
     * @param key of the instances
     * @param members who is to enter
     * @param by who wants it; empty for the journey itself
     * @param now when
     */
    public long begin(long journey, String key, RoaringBitmap members, String by, Instant now) {
        return postgres.sql("""
                        INSERT INTO journey_enrolment (journey_id, key, state, asked, members, asked_by, begun_at)
                        VALUES (:journey, :key, 'RUNNING', :asked, :members, :by, :now) RETURNING id""")
                .param("journey", journey)
                .param("key", key)
                .param("asked", members.getCardinality())
                .param("members", Bitmaps.bytes(members))
                .param("by", by)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /**
     * One that is not at its end.
     *
     * @param id its number
     * @param journey into which
     */
    public record Running(long id, long journey) {}

    /** {@return running ones of running journeys, the oldest first} */
    public List<Running> running() {
        return postgres.sql("""
                        SELECT e.id, e.journey_id FROM journey_enrolment e JOIN journey j ON j.id = e.journey_id
                        WHERE e.state = 'RUNNING' AND j.state = 'RUNNING' AND j.deleted_at IS NULL ORDER BY e.id""")
                .query((row, _) -> new Running(row.getLong(1), row.getLong(2)))
                .list();
    }

    /**
     * {@return what is left of one, held until the transaction ends; empty where it has ended or another process holds it}
     *
     * @param id its number
     */
    public Optional<Open> claim(long id) {
        return postgres.sql("""
                        SELECT id, journey_id, key, members, last_no, begun_at FROM journey_enrolment
                        WHERE id = ? AND state = 'RUNNING' FOR UPDATE SKIP LOCKED""").param(id).query((row, _) -> open(row)).optional();
    }

    /**
     * Notes a batch.
     *
     * @param id which
     * @param seen how many were looked at
     * @param entered how many of them came in
     * @param last the highest number of them
     * @param ended whether that was all
     * @param now when
     */
    public void advance(long id, int seen, int entered, int last, boolean ended, Instant now) {
        postgres.sql("""
                        UPDATE journey_enrolment
                        SET seen = seen + :seen, entered = entered + :entered, last_no = :last,
                            state = CASE WHEN :ended THEN 'DONE' ELSE state END,
                            members = CASE WHEN :ended THEN NULL ELSE members END,
                            ended_at = CASE WHEN :ended THEN :now::timestamptz END
                        WHERE id = :id""")
                .param("seen", seen)
                .param("entered", entered)
                .param("last", last)
                .param("ended", ended)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /**
     * Leaves some out who are not in yet: they did meanwhile what makes members leave.
     *
     * @param journey which
     * @param members who
     */
    public void leaveOut(long journey, RoaringBitmap members) {
        List<Open> open =
                postgres.sql("""
                        SELECT id, journey_id, key, members, last_no, begun_at FROM journey_enrolment
                        WHERE journey_id = ? AND state = 'RUNNING' FOR UPDATE""").param(journey).query((row, _) -> open(row)).list();
        for (Open it : open) {
            postgres.sql("UPDATE journey_enrolment SET members = ? WHERE id = ?")
                    .params(Bitmaps.bytes(RoaringBitmap.andNot(it.members(), members)), it.id())
                    .update();
        }
    }

    /**
     * {@return whether one ran and lets nobody in any more}
     *
     * @param id which
     * @param now when
     */
    public boolean cancel(long id, Instant now) {
        return cancel("id", id, now) == 1;
    }

    /**
     * Cancels all of a journey.
     *
     * @param journey which
     * @param now when
     */
    public void cancelAll(long journey, Instant now) {
        cancel("journey_id", journey, now);
    }

    private int cancel(String column, long number, Instant now) {
        return postgres.sql("""
                        UPDATE journey_enrolment SET state = 'CANCELLED', members = NULL, ended_at = ?
                        WHERE %s = ? AND state = 'RUNNING'""".formatted(column))
                .params(OffsetDateTime.ofInstant(now, ZoneOffset.UTC), number)
                .update();
    }

    /**
     * {@return one}
     *
     * @param id its number
     */
    public Optional<Enrolment> find(long id) {
        return postgres.sql("SELECT " + COLUMNS + " FROM journey_enrolment WHERE id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    /**
     * {@return those of a journey, the latest first}
     *
     * @param journey which
     * @param most at most so many
     */
    public List<Enrolment> of(long journey, int most) {
        return postgres.sql(
                        "SELECT " + COLUMNS + " FROM journey_enrolment WHERE journey_id = ? ORDER BY id DESC LIMIT ?")
                .params(journey, most)
                .query((row, _) -> read(row))
                .list();
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getLong("id"),
                row.getLong("journey_id"),
                row.getString("key"),
                Bitmaps.of(row.getBytes("members")),
                row.getInt("last_no"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant());
    }

    private static Enrolment read(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Enrolment(
                row.getLong("id"),
                row.getLong("journey_id"),
                row.getString("key"),
                State.valueOf(row.getString("state")),
                row.getInt("asked"),
                row.getInt("seen"),
                row.getInt("entered"),
                row.getString("asked_by"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
