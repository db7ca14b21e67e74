package io.guanxi.journey.store;

import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.graph.Node;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code journey}, {@code journey_version} and {@code journey_node}. */
@Component
public class JourneyTable {

    private static final String SELECT = """
            SELECT id, ready, name, state, draft, revision, published, version_id, owner, created_at, changed_at, trouble
            FROM journey WHERE deleted_at IS NULL\s""";

    private final JdbcClient postgres;
    private final JsonMapper json;
    private final Clock clock;

    JourneyTable(JdbcClient postgres, JsonMapper json, Clock clock) {
        this.postgres = postgres;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A published version.
     *
     * @param id its number among all versions
     * @param version its number within the journey
     * @param definition what it does
     * @param note why it was published
     * @param publishedBy by whom
     * @param publishedAt when
     */
    public record Version(
            int id, int version, JsonNode definition, String note, String publishedBy, Instant publishedAt) {}

    /**
     * What a journey does, or would do if its draft were published.
     *
     * @param id number of the journey
     * @param name as people call it
     * @param definition as it is kept
     */
    public record Definition(long id, String name, JsonNode definition) {}

    /** {@return all drafts, and all versions in which members may be or may be again} */
    public List<Definition> definitions() {
        return postgres.sql("""
                        SELECT id, name, draft FROM journey WHERE deleted_at IS NULL
                        UNION ALL
                        SELECT j.id, j.name, v.definition FROM journey_version v JOIN journey j ON j.id = v.journey_id
                        WHERE v.active AND j.deleted_at IS NULL ORDER BY 1""")
                .query((row, _) -> new Definition(row.getLong(1), row.getString(2), json.readTree(row.getString(3))))
                .list();
    }

    /** {@return journeys by name} */
    public List<JourneyRow> all() {
        return postgres.sql(SELECT + "ORDER BY name, id")
                .query((row, _) -> read(row))
                .list();
    }

    /**
     * {@return a journey}
     *
     * @param id its number
     */
    public Optional<JourneyRow> find(long id) {
        return postgres.sql(SELECT + "AND id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    /**
     * Keeps a new journey.
     *
     * @param ready key of the ready-made journey it is, or null
     * @param name as people call it
     * @param draft what it is to do
     * @param owner who made it
     * @return its number; empty where that ready-made journey has been there already
     */
    public Optional<Long> insert(@Nullable String ready, String name, JsonNode draft, String owner) {
        return postgres.sql("""
                        INSERT INTO journey (ready, name, state, draft, owner, created_at, changed_at)
                        VALUES (:ready, :name, 'DRAFT', :draft::jsonb, :owner, :now, :now)
                        ON CONFLICT (ready) DO NOTHING RETURNING id""")
                .param("ready", ready, Types.VARCHAR)
                .param("name", name)
                .param("draft", json.writeValueAsString(draft))
                .param("owner", owner)
                .param("now", now())
                .query(Long.class)
                .optional();
    }

    /**
     * {@return whether a ready-made journey was kept before, also where it was deleted since}
     *
     * @param key its key
     */
    public boolean isReady(String key) {
        return postgres.sql("SELECT EXISTS (SELECT FROM journey WHERE ready = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /**
     * Keeps another draft.
     *
     * @param id which journey
     * @param revision the draft that was edited
     * @param name as people call it now
     * @param draft what it is to do
     * @return whether it was still that draft
     */
    public boolean update(long id, int revision, String name, JsonNode draft) {
        return postgres.sql("""
                        UPDATE journey SET name = :name, draft = :draft::jsonb, revision = revision + 1, changed_at = :now
                        WHERE id = :id AND revision = :revision AND deleted_at IS NULL""")
                        .param("name", name)
                        .param("draft", json.writeValueAsString(draft))
                        .param("now", now())
                        .param("id", id)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /**
     * Keeps a version, which members enter from now on.
     *
     * @param id which journey
     * @param graph what it does
     * @param definition the same as JSON
     * @param note why it was published
     * @param by by whom
     * @param nextAt when its entry by schedule is due first, or null
     * @return its number among all versions
     */
    public int publish(long id, Graph graph, JsonNode definition, String note, String by, @Nullable Instant nextAt) {
        int version = postgres.sql("""
                        INSERT INTO journey_version (journey_id, version, definition, note, published_by, published_at)
                        SELECT id, published + 1, :definition::jsonb, :note, :by, :now FROM journey WHERE id = :id
                        RETURNING id""")
                .param("definition", json.writeValueAsString(definition))
                .param("note", note)
                .param("by", by)
                .param("now", now())
                .param("id", id)
                .query(Integer.class)
                .single();
        postgres.sql("INSERT INTO journey_node (version_id, key) SELECT ?, unnest(?::text[])")
                .params(version, graph.nodes().stream().map(Node::key).toArray(String[]::new))
                .update();
        postgres.sql("""
                        UPDATE journey SET published = published + 1, version_id = :version, next_at = :next, name = :name,
                               state = CASE WHEN state = 'PAUSED' THEN 'PAUSED' ELSE 'RUNNING' END
                        WHERE id = :id""")
                .param("version", version)
                .param(
                        "next",
                        nextAt == null ? null : OffsetDateTime.ofInstant(nextAt, ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("name", graph.name())
                .param("id", id)
                .update();
        return version;
    }

    /**
     * {@return a journey's versions, the latest first}
     *
     * @param id which journey
     */
    public List<Version> versions(long id) {
        return postgres.sql("""
                        SELECT id, version, definition, note, published_by, published_at FROM journey_version
                        WHERE journey_id = ? ORDER BY version DESC""")
                .param(id)
                .query((row, _) -> new Version(
                        row.getInt(1),
                        row.getInt(2),
                        json.readTree(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * {@return whether the draft says something else than the latest version; true where there is none}
     *
     * @param id which journey
     */
    public boolean unpublished(long id) {
        return postgres.sql("""
                        SELECT v.definition IS DISTINCT FROM j.draft
                        FROM journey j LEFT JOIN journey_version v ON v.id = j.version_id WHERE j.id = ?""").param(id).query(Boolean.class).single();
    }

    /**
     * Changes how a journey stands.
     *
     * @param id which
     * @param state how it stands now
     */
    public void state(long id, JourneyState state) {
        postgres.sql("UPDATE journey SET state = ?, trouble = NULL WHERE id = ?")
                .params(state.name(), id)
                .update();
    }

    /**
     * Says when an audience is let in next.
     *
     * @param id which journey
     * @param at when
     */
    public void next(long id, Instant at) {
        postgres.sql("UPDATE journey SET next_at = ? WHERE id = ?")
                .params(OffsetDateTime.ofInstant(at, ZoneOffset.UTC), id)
                .update();
    }

    /**
     * Hides a journey for ever.
     *
     * @param id which
     */
    public void delete(long id) {
        postgres.sql("UPDATE journey SET deleted_at = ? WHERE id = ?")
                .params(now(), id)
                .update();
    }

    private JourneyRow read(ResultSet row) throws SQLException {
        return new JourneyRow(
                row.getLong("id"),
                row.getString("ready"),
                row.getString("name"),
                JourneyState.valueOf(row.getString("state")),
                json.readTree(row.getString("draft")),
                row.getInt("revision"),
                row.getInt("published"),
                row.getObject("version_id", Integer.class),
                row.getString("owner"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("trouble"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
