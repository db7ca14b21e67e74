package io.guanxi.audience.store;

import io.guanxi.audience.AudienceChange;
import io.guanxi.audience.AudienceChanges;
import io.guanxi.audience.expression.References;
import io.guanxi.platform.Bitmaps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who is in saved audiences: a snapshot a day and the changes after it. Writing a change costs its own members, not those of
 * the audience.
 */
@Component
public class MembershipTable implements AudienceChanges {

    private static final String CHANGE = """
            SELECT position, audience_id, version, at, entered_bitmap, left_bitmap FROM audience_change\s""";

    private final JdbcClient postgres;
    private final TransactionOperations transaction;
    private final Clock clock;

    MembershipTable(JdbcClient postgres, TransactionOperations transaction, Clock clock) {
        this.postgres = postgres;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * How many were in an audience at the end of a day.
     *
     * @param day the day
     * @param members how many
     * @param version the version that was asked
     */
    public record AudiencePoint(LocalDate day, long members, int version) {}

    /**
     * A change as figures.
     *
     * @param position where it stands
     * @param version the version that was asked
     * @param at when
     * @param entered how many came in
     * @param left how many went out
     * @param members how many are in since
     */
    public record AudienceMovement(long position, int version, Instant at, int entered, int left, long members) {}

    /**
     * {@return who is in an audience, by its latest snapshot and the changes after it; empty where it was never asked}
     *
     * @param id the audience
     */
    public Optional<RoaringBitmap> current(long id) {
        record Base(long position, RoaringBitmap members) {}
        Optional<Base> base = postgres.sql("""
                        SELECT position, bitmap FROM audience_snapshot WHERE audience_id = ? ORDER BY day DESC LIMIT 1""")
                .param(id)
                .query((row, _) -> new Base(row.getLong(1), Bitmaps.of(row.getBytes(2))))
                .optional();
        return base.map(from -> {
            RoaringBitmap members = from.members();
            postgres.sql(CHANGE + "WHERE audience_id = ? AND position > ? ORDER BY position")
                    .params(id, from.position())
                    .query(row -> {
                        AudienceChange change = change(row);
                        members.or(change.entered());
                        members.andNot(change.left());
                    });
            return members;
        });
    }

    /**
     * {@return when it was last written who is in an audience; empty where it was never asked}
     *
     * @param id the audience
     */
    public Optional<Instant> writtenAt(long id) {
        return postgres.sql("""
                        SELECT greatest(
                            (SELECT max(taken_at) FROM audience_snapshot WHERE audience_id = :id),
                            (SELECT max(at) FROM audience_change WHERE audience_id = :id))""")
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /**
     * Writes a change, alone among writers until the transaction ends.
     *
     * @param id the audience
     * @param version which was asked
     * @param entered who came in
     * @param left who went out
     * @param members how many are in now
     */
    public void change(long id, int version, RoaringBitmap entered, RoaringBitmap left, long members) {
        transaction.executeWithoutResult(_ -> postgres.sql("""
                        WITH next AS (UPDATE audience_counter SET position = position + 1 RETURNING position)
                        INSERT INTO audience_change
                            (position, audience_id, version, at, entered, "left", members, entered_bitmap, left_bitmap)
                        SELECT position, ?, ?, ?, ?, ?, ?, ?, ? FROM next""")
                .params(
                        id,
                        version,
                        now(),
                        entered.getCardinality(),
                        left.getCardinality(),
                        members,
                        Bitmaps.bytes(entered),
                        Bitmaps.bytes(left))
                .update());
    }

    /**
     * Writes who is in an audience on a day, over an earlier snapshot of that day.
     *
     * @param id the audience
     * @param day the day
     * @param version which was asked
     * @param members who is in
     */
    public void snapshot(long id, LocalDate day, int version, RoaringBitmap members) {
        postgres.sql("""
                        INSERT INTO audience_snapshot (audience_id, day, version, position, members, bitmap, taken_at)
                        SELECT ?, ?, ?, coalesce((SELECT max(position) FROM audience_change WHERE audience_id = ?), 0),
                               ?, ?, ?
                        ON CONFLICT (audience_id, day) DO UPDATE
                        SET version = excluded.version, position = excluded.position, members = excluded.members,
                            bitmap = excluded.bitmap, taken_at = excluded.taken_at""")
                .params(id, day, version, id, members.getLongCardinality(), Bitmaps.bytes(members), now())
                .update();
    }

    /**
     * {@return who was in an audience at the end of a day: the snapshot of that day}
     *
     * @param id the audience
     * @param day the day
     */
    public Optional<RoaringBitmap> snapshot(long id, LocalDate day) {
        return postgres.sql("SELECT bitmap FROM audience_snapshot WHERE audience_id = ? AND day = ?")
                .params(id, day)
                .query((row, _) -> Bitmaps.of(row.getBytes(1)))
                .optional();
    }

    /**
     * {@return whether it is known who was in an audience at the end of a day}
     *
     * @param id the audience
     * @param day the day
     */
    public boolean hasSnapshot(long id, LocalDate day) {
        return postgres.sql("SELECT EXISTS (SELECT FROM audience_snapshot WHERE audience_id = ? AND day = ?)")
                .params(id, day)
                .query(Boolean.class)
                .single();
    }

    /**
     * {@return the last day of which there is a snapshot}
     *
     * @param id the audience
     */
    public Optional<LocalDate> lastDay(long id) {
        return postgres.sql("SELECT day FROM audience_snapshot WHERE audience_id = ? ORDER BY day DESC LIMIT 1")
                .param(id)
                .query(LocalDate.class)
                .optional();
    }

    /**
     * {@return how many were in an audience, day by day}
     *
     * @param id the audience
     * @param days at most so many of the last days
     */
    public List<AudiencePoint> trend(long id, int days) {
        return postgres.sql("""
                        SELECT day, members, version FROM (
                            SELECT day, members, version FROM audience_snapshot WHERE audience_id = ?
                            ORDER BY day DESC LIMIT ?) latest
                        ORDER BY day""")
                .params(id, days)
                .query((row, _) -> new AudiencePoint(row.getObject(1, LocalDate.class), row.getLong(2), row.getInt(3)))
                .list();
    }

    /**
     * How many were in an audience lately.
     *
     * @param id the audience
     * @param points at the end of each day of which there is a snapshot
     */
    public record AudienceTrend(long id, List<AudiencePoint> points) {}

    /**
     * {@return how many were in each audience, day by day}
     *
     * @param since from this day on
     */
    public List<AudienceTrend> trends(LocalDate since) {
        Map<Long, List<AudiencePoint>> points = new TreeMap<>();
        postgres.sql("""
                        SELECT s.audience_id, s.day, s.members, s.version FROM audience_snapshot s
                        JOIN audience a ON a.id = s.audience_id AND a.deleted_at IS NULL
                        WHERE s.day >= ? ORDER BY s.audience_id, s.day""").param(since).query(row -> {
            points.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                    .add(new AudiencePoint(row.getObject(2, LocalDate.class), row.getLong(3), row.getInt(4)));
        });
        return points.entrySet().stream()
                .map(it -> new AudienceTrend(it.getKey(), it.getValue()))
                .toList();
    }

    /**
     * {@return changes of an audience, the latest first}
     *
     * @param id the audience
     * @param before only those of lower positions
     * @param most at most so many
     */
    public List<AudienceMovement> changes(long id, long before, int most) {
        return postgres.sql("""
                        SELECT position, version, at, entered, "left", members FROM audience_change
                        WHERE audience_id = ? AND position < ? ORDER BY position DESC LIMIT ?""")
                .params(id, before, most)
                .query((row, _) -> new AudienceMovement(
                        row.getLong(1),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getInt(4),
                        row.getInt(5),
                        row.getLong(6)))
                .list();
    }

    /**
     * Who came and went on a day.
     *
     * @param day the brand's day
     * @param entered how many came in, counted again where they came again
     * @param left how many went out, likewise
     */
    public record AudienceDay(LocalDate day, long entered, long left) {}

    /**
     * {@return who came and went, day by day; days on which nobody did are not there}
     *
     * @param id the audience
     * @param since from this day on
     * @param zone of the brand
     */
    public List<AudienceDay> daily(long id, LocalDate since, ZoneId zone) {
        return postgres.sql("""
                        SELECT CAST(at AT TIME ZONE :zone AS date) AS day, sum(entered) AS entered, sum("left") AS "left"
                        FROM audience_change WHERE audience_id = :id AND at >= :since
                        GROUP BY 1 ORDER BY 1""")
                .param("zone", zone.getId())
                .param("id", id)
                .param("since", since.atStartOfDay(zone).toOffsetDateTime())
                .query((row, _) -> new AudienceDay(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3)))
                .list();
    }

    /**
     * Removes snapshots of days before one, and changes that snapshots contain, all consumers have taken, and that are older.
     *
     * @param before the day
     * @param asked snapshots that stay, since somebody asks for them
     */
    public void expire(LocalDate before, Collection<References.Snapshot> asked) {
        postgres.sql("""
                        DELETE FROM audience_snapshot s
                        WHERE day < ? AND NOT EXISTS (
                            SELECT FROM unnest(CAST(? AS bigint[]), CAST(? AS date[])) AS kept (audience_id, day)
                            WHERE kept.audience_id = s.audience_id AND kept.day = s.day)""")
                .params(
                        before,
                        asked.stream().map(References.Snapshot::audience).toArray(Long[]::new),
                        asked.stream().map(it -> it.on().toString()).toArray(String[]::new))
                .update();
        postgres.sql("""
                        DELETE FROM audience_change c
                        WHERE at < ? AND position <= coalesce((SELECT min(position) FROM audience_consumer), position)
                          AND position <= (SELECT max(position) FROM audience_snapshot s
                                           WHERE s.audience_id = c.audience_id)""").param(before.atStartOfDay().atOffset(ZoneOffset.UTC)).update();
    }

    @Override
    public int consume(String consumer, int most, Consumer<AudienceChange> reaction) {
        Integer taken = transaction.execute(_ -> {
            postgres.sql("SET LOCAL idle_in_transaction_session_timeout = '30s'")
                    .update(); // who freezes loses the offset
            postgres.sql("""
                            INSERT INTO audience_consumer (consumer, position, moved_at)
                            SELECT ?, position, ? FROM audience_counter ON CONFLICT DO NOTHING""").params(consumer, now()).update();
            long from = postgres.sql("SELECT position FROM audience_consumer WHERE consumer = ? FOR UPDATE")
                    .param(consumer)
                    .query(Long.class)
                    .single();
            List<AudienceChange> changes = postgres.sql(CHANGE + "WHERE position > ? ORDER BY position LIMIT ?")
                    .params(from, most)
                    .query((row, _) -> change(row))
                    .list();
            changes.forEach(reaction);
            if (!changes.isEmpty()) {
                postgres.sql("UPDATE audience_consumer SET position = ?, moved_at = ? WHERE consumer = ?")
                        .params(changes.getLast().position(), now(), consumer)
                        .update();
            }
            return changes.size();
        });
        return taken == null ? 0 : taken;
    }

    private static AudienceChange change(ResultSet row) throws SQLException {
        return new AudienceChange(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                Bitmaps.of(row.getBytes(5)),
                Bitmaps.of(row.getBytes(6)));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
