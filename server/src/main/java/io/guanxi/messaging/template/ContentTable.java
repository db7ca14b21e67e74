package io.guanxi.messaging.template;

import io.guanxi.messaging.Content;
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

/** The table {@code message_content}. */
@Component
public class ContentTable {

    private static final String SELECT = """
            SELECT id, name, content, created_by, created_at, changed_at FROM message_content\s""";

    private final JdbcClient postgres;
    private final JsonMapper json;
    private final Clock clock;

    ContentTable(JdbcClient postgres, JsonMapper json, Clock clock) {
        this.postgres = postgres;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A piece of the library.
     *
     * @param id its number
     * @param name as people call it
     * @param content what it is
     * @param createdBy who made it
     * @param createdAt when
     * @param changedAt when it was changed last
     */
    public record ContentItem(
            long id, String name, Content content, String createdBy, Instant createdAt, Instant changedAt) {}

    /** {@return what is in use, by name} */
    public List<ContentItem> all() {
        return postgres.sql(SELECT + "WHERE deleted_at IS NULL ORDER BY name, id")
                .query((row, _) -> item(row))
                .list();
    }

    /**
     * {@return one in use}
     *
     * @param id its number
     */
    public Optional<ContentItem> find(long id) {
        return postgres.sql(SELECT + "WHERE deleted_at IS NULL AND id = ?")
                .param(id)
                .query((row, _) -> item(row))
                .optional();
    }

    /**
     * {@return several, also deleted ones: templates that name them still say them}
     *
     * @param ids their numbers
     */
    public List<ContentItem> find(Collection<Long> ids) {
        return postgres.sql(SELECT + "WHERE id = ANY (?)")
                .param(ids.toArray(Long[]::new))
                .query((row, _) -> item(row))
                .list();
    }

    long insert(String name, Content content, String by) {
        return postgres.sql("""
                        INSERT INTO message_content (name, content, created_by, created_at, changed_at)
                        VALUES (:name, :content::jsonb, :by, :now, :now) RETURNING id""")
                .param("name", name)
                .param("content", json.writerFor(Content.class).writeValueAsString(content))
                .param("by", by)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    void update(long id, String name, Content content) {
        postgres.sql("UPDATE message_content SET name = ?, content = ?::jsonb, changed_at = ? WHERE id = ?")
                .params(name, json.writerFor(Content.class).writeValueAsString(content), now(), id)
                .update();
    }

    void delete(long id) {
        postgres.sql("UPDATE message_content SET deleted_at = ? WHERE id = ?")
                .params(now(), id)
                .update();
    }

    private ContentItem item(ResultSet row) throws SQLException {
        return new ContentItem(
                row.getLong(1),
                row.getString(2),
                json.readValue(row.getString(3), Content.class),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
