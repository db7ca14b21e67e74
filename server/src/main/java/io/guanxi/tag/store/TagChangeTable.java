package io.guanxi.tag.store;

import io.guanxi.platform.Bitmaps;
import io.guanxi.tag.TagSource;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code tag_change}: the log of who got a tag and who lost it. */
@Component
public class TagChangeTable {

    private static final int CHANGES_AT_ONCE = 16; // a bitmap may have megabytes

    private final JdbcClient postgres;
    private final TagSourceTable sources;
    private final Clock clock;

    TagChangeTable(JdbcClient postgres, TagSourceTable sources, Clock clock) {
        this.postgres = postgres;
        this.sources = sources;
        this.clock = clock;
    }

    /** Why somebody got a tag or lost it. */
    public enum Reason {
        /** It was put there. */
        TAGGED,
        /** It was taken off. */
        UNTAGGED,
        /** Its time was over. */
        EXPIRED,
        /** Two members turned out to be one. */
        MERGED,
        /** The member was erased. */
        ERASED,
        /** The tag was deleted. */
        DELETED
    }

    /**
     * A change as figures.
     *
     * @param position where it stands in the order of all changes
     * @param at when
     * @param reason why
     * @param by who or what did it
     * @param added how many got the tag
     * @param removed how many lost it
     * @param members how many carry it since
     */
    public record TagMovement(
            long position, Instant at, Reason reason, TagSource by, int added, int removed, long members) {}

    /**
     * Writes a change and moves the tag's count, alone among writers until the transaction ends. What changes nobody is not
     * written.
     *
     * @param tag which
     * @param reason why
     * @param by who or what
     * @param added who got it
     * @param removed who lost it
     * @return how many carry it now
     */
    public long write(int tag, Reason reason, TagSource by, RoaringBitmap added, RoaringBitmap removed) {
        int more = added.getCardinality();
        int less = removed.getCardinality();
        long members = postgres.sql("UPDATE tag SET members = members + ? WHERE id = ? RETURNING members")
                .params(more - less, tag)
                .query(Long.class)
                .single();
        if (more + less > 0) {
            postgres.sql("""
                            WITH next AS (UPDATE tag_counter SET position = position + 1 RETURNING position)
                            INSERT INTO tag_change (position, tag_id, at, reason, source_id, added, removed, members,
                                                    added_bitmap, removed_bitmap)
                            SELECT position, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM next""")
                    .params(
                            tag,
                            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                            reason.name(),
                            sources.numberOf(by),
                            more,
                            less,
                            members,
                            Bitmaps.bytes(added),
                            Bitmaps.bytes(removed))
                    .update();
        }
        return members;
    }

    /** {@return where the last change stands} */
    public long position() {
        return postgres.sql("SELECT position FROM tag_counter")
                .query(Long.class)
                .single();
    }

    /**
     * {@return the tags of changes}
     *
     * @param position after this one
     */
    public Set<Integer> changedSince(long position) {
        return postgres.sql("SELECT DISTINCT tag_id FROM tag_change WHERE position > ?")
                .param(position)
                .query(Integer.class)
                .set();
    }

    /** Takes a change: when it was, who got the tag and who lost it. */
    public interface ChangeVisitor {

        /** Takes a change. */
        void take(Instant at, RoaringBitmap added, RoaringBitmap removed);
    }

    /**
     * Replays a tag's changes in their order. Within a transaction, in which they come a few at a time.
     *
     * @param tag which
     * @param position after this one
     * @param change takes each
     */
    public void replay(int tag, long position, ChangeVisitor change) {
        visit(postgres.sql("""
                        SELECT at, added_bitmap, removed_bitmap FROM tag_change
                        WHERE tag_id = ? AND position > ? ORDER BY position""").params(tag, position), change);
    }

    /**
     * Goes back through a tag's changes, the latest first. Within a transaction, in which they come a few at a time.
     *
     * @param tag which
     * @param until those from this moment on
     * @param change takes each
     */
    public void unwind(int tag, Instant until, ChangeVisitor change) {
        visit(postgres.sql("""
                        SELECT at, added_bitmap, removed_bitmap FROM tag_change
                        WHERE tag_id = ? AND at >= ? ORDER BY position DESC""").params(tag, OffsetDateTime.ofInstant(until, ZoneOffset.UTC)), change);
    }

    private static void visit(JdbcClient.StatementSpec changes, ChangeVisitor change) {
        changes.withFetchSize(CHANGES_AT_ONCE).query(row -> {
            change.take(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    Bitmaps.of(row.getBytes(2)),
                    Bitmaps.of(row.getBytes(3)));
        });
    }

    /**
     * {@return a tag's changes, the latest first}
     *
     * @param tag which
     * @param before only those of lower positions
     * @param most at most so many
     */
    public List<TagMovement> of(int tag, long before, int most) {
        return postgres.sql("""
                        SELECT c.position, c.at, c.reason, s.kind, s.name, s.reference, c.added, c.removed, c.members
                        FROM tag_change c JOIN tag_source s ON s.id = c.source_id
                        WHERE c.tag_id = ? AND c.position < ? ORDER BY c.position DESC LIMIT ?""")
                .params(tag, before, most)
                .query((row, _) -> new TagMovement(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        Reason.valueOf(row.getString(3)),
                        new TagSource(TagSource.Kind.valueOf(row.getString(4)), row.getString(5), row.getString(6)),
                        row.getInt(7),
                        row.getInt(8),
                        row.getLong(9)))
                .list();
    }

    /** {@return when somebody was tagged last, by tag} */
    public Map<Integer, Instant> lastTagged() {
        Map<Integer, Instant> last = new HashMap<>();
        postgres.sql("SELECT tag_id, max(at) FROM tag_change WHERE reason = 'TAGGED' GROUP BY tag_id")
                .query(row -> {
                    last.put(
                            row.getInt(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return last;
    }

    /**
     * Removes changes before a moment.
     *
     * @param before the moment
     */
    public void expire(Instant before) {
        postgres.sql("DELETE FROM tag_change WHERE at < ?")
                .param(OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .update();
    }
}
