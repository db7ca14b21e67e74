package io.guanxi.messaging.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code message_template} and {@code message_template_version}. */
@Component
public class TemplateTable {

    private static final String SELECT = """
            SELECT t.id, t.name, t.channel, t.category, t.note, t.version, v.wording, t.created_at, t.changed_at
            FROM message_template t
            JOIN message_template_version v ON v.template_id = t.id AND v.version = t.version
            """;

    private final JdbcClient postgres;
    private final JsonMapper json;
    private final Clock clock;

    TemplateTable(JdbcClient postgres, JsonMapper json, Clock clock) {
        this.postgres = postgres;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A version of what a template says.
     *
     * @param version from 1
     * @param wording what it said
     * @param createdBy who wrote it
     * @param createdAt when
     */
    public record TemplateVersion(int version, Wording wording, String createdBy, Instant createdAt) {}

    /** {@return templates in use, by channel and name} */
    public List<Template> all() {
        return postgres.sql(SELECT + "WHERE t.deleted_at IS NULL ORDER BY t.channel, t.name, t.id")
                .query((row, _) -> template(row))
                .list();
    }

    /**
     * {@return a template in use}
     *
     * @param id its number
     */
    public Optional<Template> find(long id) {
        return postgres.sql(SELECT + "WHERE t.deleted_at IS NULL AND t.id = ?")
                .param(id)
                .query((row, _) -> template(row))
                .optional();
    }

    /**
     * {@return templates, also deleted ones: what was intended with them is still said}
     *
     * @param ids some numbers
     */
    public List<Template> find(Collection<Long> ids) {
        return postgres.sql(SELECT + "WHERE t.id = ANY (?)")
                .param(ids.toArray(Long[]::new))
                .query((row, _) -> template(row))
                .list();
    }

    /**
     * {@return its versions, the latest first}
     *
     * @param id of the template
     */
    public List<TemplateVersion> versions(long id) {
        return postgres.sql("""
                        SELECT version, wording, created_by, created_at FROM message_template_version
                        WHERE template_id = ? ORDER BY version DESC""")
                .param(id)
                .query((row, _) -> new TemplateVersion(
                        row.getInt(1),
                        json.readValue(row.getString(2), Wording.class),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    long insert(String name, String channel, String category, String note, Wording wording, String by) {
        long id = postgres.sql("""
                        INSERT INTO message_template (name, channel, category, note, version, created_at, changed_at)
                        VALUES (:name, :channel, :category, :note, 1, :now, :now) RETURNING id""")
                .param("name", name)
                .param("channel", channel)
                .param("category", category)
                .param("note", note)
                .param("now", now())
                .query(Long.class)
                .single();
        insertVersion(id, 1, wording, by);
        return id;
    }

    /** {@return whether the version that was edited was still the current one} */
    boolean update(long id, int expected, String name, String category, String note, Wording wording, String by) {
        int moved = postgres.sql("""
                        UPDATE message_template
                        SET name = :name, category = :category, note = :note, version = version + 1, changed_at = :now
                        WHERE id = :id AND version = :expected AND deleted_at IS NULL""")
                .param("name", name)
                .param("category", category)
                .param("note", note)
                .param("now", now())
                .param("id", id)
                .param("expected", expected)
                .update();
        if (moved == 1) {
            insertVersion(id, expected + 1, wording, by);
        }
        return moved == 1;
    }

    private void insertVersion(long id, int version, Wording wording, String by) {
        postgres.sql("""
                        INSERT INTO message_template_version (template_id, version, wording, created_by, created_at)
                        VALUES (?, ?, ?::jsonb, ?, ?)""")
                .params(id, version, json.writeValueAsString(wording), by, now())
                .update();
    }

    void delete(long id) {
        postgres.sql("UPDATE message_template SET deleted_at = ? WHERE id = ?")
                .params(now(), id)
                .update();
    }

    private Template template(ResultSet row) throws SQLException {
        return new Template(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                json.readValue(row.getString(7), Wording.class),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
