package io.guanxi.tag.store;

import io.guanxi.tag.Tag;
import io.guanxi.tag.TagColour;
import io.guanxi.tag.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code tag}. */
@Component
public class TagTable implements Tags {

    private static final String SELECT = """
            SELECT t.id, t.group_id, g.name AS group_name, t.name, t.colour, t.note, t.members, t.created_by,
                   t.created_at, t.archived_at
            FROM tag t JOIN tag_group g ON g.id = t.group_id
            WHERE t.deleted_at IS NULL\s""";

    private final JdbcClient postgres;
    private final Clock clock;

    TagTable(JdbcClient postgres, Clock clock) {
        this.postgres = postgres;
        this.clock = clock;
    }

    /**
     * What somebody wants a tag to be.
     *
     * @param group the group's number
     * @param name 1 to 30 characters
     * @param colour in which it is shown
     * @param note what it says of a member
     */
    public record Wish(int group, String name, TagColour colour, String note) {}

    @Override
    public List<Tag> all() {
        return postgres.sql(SELECT + "ORDER BY t.group_id, t.id")
                .query((row, _) -> read(row))
                .list();
    }

    @Override
    public Optional<Tag> find(int tag) {
        return postgres.sql(SELECT + "AND t.id = ?")
                .param(tag)
                .query((row, _) -> read(row))
                .optional();
    }

    @Override
    public Optional<String> groupName(int group) {
        return postgres.sql("SELECT name FROM tag_group WHERE id = ?")
                .param(group)
                .query(String.class)
                .optional();
    }

    /** {@return how many there are, archived ones too} */
    public long count() {
        return postgres.sql("SELECT count(*) FROM tag WHERE deleted_at IS NULL")
                .query(Long.class)
                .single();
    }

    /** Lets one change of groups and tags happen at a time, until the transaction ends. */
    public void lock() {
        postgres.sql("SELECT pg_advisory_xact_lock(6502)").query(_ -> {});
    }

    /**
     * {@return the number of a new tag; empty where its group has one of that name}
     *
     * @param wish what
     * @param by who makes it
     */
    public Optional<Integer> insert(Wish wish, String by) {
        return postgres.sql("""
                        INSERT INTO tag (group_id, name, colour, note, created_by, created_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id""")
                .params(wish.group(), wish.name(), wish.colour().name(), wish.note(), by, now())
                .query(Integer.class)
                .optional();
    }

    /**
     * {@return whether it could be changed: its group has no other of that name}
     *
     * @param tag which
     * @param wish what it becomes
     * @param archived whether nobody new gets it
     */
    public boolean update(int tag, Wish wish, boolean archived) {
        try {
            return postgres.sql("""
                            UPDATE tag SET group_id = ?, name = ?, colour = ?, note = ?,
                                   archived_at = CASE WHEN ? THEN coalesce(archived_at, ?) END
                            WHERE id = ? AND deleted_at IS NULL""")
                            .params(wish.group(), wish.name(), wish.colour().name(), wish.note(), archived, now(), tag)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /**
     * Deletes a tag that nobody carries any more; its history stays.
     *
     * @param tag which
     */
    public void delete(int tag) {
        postgres.sql("UPDATE tag SET deleted_at = ? WHERE id = ?")
                .params(now(), tag)
                .update();
    }

    private static Tag read(ResultSet row) throws SQLException {
        OffsetDateTime archived = row.getObject("archived_at", OffsetDateTime.class);
        return new Tag(
                row.getInt("id"),
                row.getInt("group_id"),
                row.getString("group_name"),
                row.getString("name"),
                TagColour.valueOf(row.getString("colour")),
                row.getString("note"),
                row.getLong("members"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                archived == null ? null : archived.toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
