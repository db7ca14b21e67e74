package io.guanxi.tag.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code tag_group}. */
@Component
public class TagGroupTable {

    private static final String SELECT = "SELECT id, name, note, created_by, created_at FROM tag_group ";

    private final JdbcClient postgres;
    private final Clock clock;

    TagGroupTable(JdbcClient postgres, Clock clock) {
        this.postgres = postgres;
        this.clock = clock;
    }

    /** {@return groups in the order in which they were made} */
    public List<TagGroup> all() {
        return postgres.sql(SELECT + "ORDER BY id").query(TagGroup.class).list();
    }

    /**
     * {@return a group}
     *
     * @param id its number
     */
    public Optional<TagGroup> find(int id) {
        return postgres.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query(TagGroup.class)
                .optional();
    }

    /**
     * {@return the number of a new group; empty where there is one of that name}
     *
     * @param name its name
     * @param note what its tags are about
     * @param by who makes it
     */
    public Optional<Integer> insert(String name, String note, String by) {
        return postgres.sql("""
                        INSERT INTO tag_group (name, note, created_by, created_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING RETURNING id""")
                .params(name, note, by, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Integer.class)
                .optional();
    }

    /**
     * {@return whether it could be renamed: no other has that name}
     *
     * @param id which
     * @param name its new name
     * @param note its new note
     */
    public boolean update(int id, String name, String note) {
        try {
            return postgres.sql("UPDATE tag_group SET name = ?, note = ? WHERE id = ?")
                            .params(name, note, id)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /**
     * {@return whether it is gone: it was empty}
     *
     * @param id which
     */
    public boolean delete(int id) {
        // Tags that were deleted keep their history, and so their group's row; it is only hidden by having none else.
        return postgres.sql("""
                        DELETE FROM tag_group g WHERE id = ? AND NOT EXISTS (SELECT FROM tag t WHERE t.group_id = g.id)""").param(id).update() == 1;
    }
}
