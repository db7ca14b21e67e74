package io.guanxi.community.registry;

import io.guanxi.community.GoldenRule;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code community} and {@code community_rule}. */
@Repository
public class CommunityRegistry {

    private final JdbcClient jdbc;
    private final Clock clock;

    CommunityRegistry(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** {@return all that are registered, by key} */
    public List<RegisteredCommunity> all() {
        return jdbc.sql("SELECT key, name, kind, owner, created, tags FROM community ORDER BY key")
                .query((row, n) -> map(row))
                .list();
    }

    /**
     * {@return what is said about one}
     *
     * @param key its key
     */
    public Optional<RegisteredCommunity> find(String key) {
        return jdbc.sql("SELECT key, name, kind, owner, created, tags FROM community WHERE key = :key")
                .param("key", key)
                .query((row, n) -> map(row))
                .optional();
    }

    /**
     * Registers one that is not yet.
     *
     * @param community what is said about it
     * @return whether it was new
     */
    public boolean add(RegisteredCommunity community) {
        return write("INSERT INTO community " + VALUES + " ON CONFLICT (key) DO NOTHING", community) == 1;
    }

    /**
     * Registers one or replaces what was said about it.
     *
     * @param community what is said about it
     */
    public void put(RegisteredCommunity community) {
        write("INSERT INTO community " + VALUES + """
                 ON CONFLICT (key) DO UPDATE SET name = excluded.name, kind = excluded.kind, owner = excluded.owner,
                    created = excluded.created, tags = excluded.tags, changed_at = excluded.changed_at
                """, community);
    }

    private static final String VALUES = """
            (key, name, kind, owner, created, tags, changed_at)
            VALUES (:key, :name, :kind, :owner, :created, :tags, :at)""";

    private int write(String statement, RegisteredCommunity community) {
        return jdbc.sql(statement)
                .param("key", community.key())
                .param("name", community.name())
                .param("kind", community.kind())
                .param("owner", community.owner())
                .param("created", community.created())
                .param("tags", community.tags().toArray(String[]::new))
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** {@return the rule in force from the next run on} */
    public GoldenRule rule() {
        return jdbc.sql("SELECT kind, line, activity_line FROM community_rule")
                .query(GoldenRule.class)
                .single();
    }

    /**
     * Changes the rule.
     *
     * @param rule from the next run on
     */
    public void change(GoldenRule rule) {
        jdbc.sql("UPDATE community_rule SET kind = :kind, line = :line, activity_line = :activityLine")
                .param("kind", rule.kind().name())
                .param("line", rule.line())
                .param("activityLine", rule.activityLine())
                .update();
    }

    private static RegisteredCommunity map(ResultSet row) throws SQLException {
        Array tags = row.getArray("tags");
        java.sql.Date created = row.getDate("created");
        return new RegisteredCommunity(
                row.getString("key"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("owner"),
                created == null ? null : created.toLocalDate(),
                List.of((String[]) tags.getArray()));
    }
}
