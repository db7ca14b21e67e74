package io.guanxi.value.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code member_view}. */
@Component
public class MemberViews {

    private static final TypeReference<Map<String, String>> QUERY = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    MemberViews(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * {@return the views somebody sees: their own, then those which others share}
     *
     * @param owner who
     */
    public List<MemberView> seenBy(String owner) {
        return jdbc.sql("""
                        SELECT id, name, query, shared, owner, owner = :owner AS mine, changed_at
                        FROM member_view WHERE owner = :owner OR shared
                        ORDER BY owner <> :owner, lower(name), id""").param("owner", owner).query((row, i) -> view(row)).list();
    }

    /**
     * {@return the new view; empty where its owner has one of that name}
     *
     * @param owner who keeps it
     * @param name its name
     * @param query parameters of the list
     * @param shared whether everybody sees it
     */
    public Optional<MemberView> add(String owner, String name, Map<String, String> query, boolean shared) {
        try {
            return Optional.of(jdbc.sql("""
                            INSERT INTO member_view (owner, name, query, shared, changed_at)
                            VALUES (:owner, :name, :query::jsonb, :shared, :now)
                            RETURNING id, name, query, shared, owner, true AS mine, changed_at""")
                    .param("owner", owner)
                    .param("name", name)
                    .param("query", json.writeValueAsString(query))
                    .param("shared", shared)
                    .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .query((row, i) -> view(row))
                    .single());
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return whether there was such a view of theirs; it is gone}
     *
     * @param owner who keeps it
     * @param id its number
     */
    public boolean remove(String owner, long id) {
        return jdbc.sql("DELETE FROM member_view WHERE id = ? AND owner = ?")
                        .params(id, owner)
                        .update()
                == 1;
    }

    private MemberView view(ResultSet row) throws SQLException {
        return new MemberView(
                row.getLong("id"),
                row.getString("name"),
                json.readValue(row.getString("query"), QUERY),
                row.getBoolean("shared"),
                row.getString("owner"),
                row.getBoolean("mine"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
