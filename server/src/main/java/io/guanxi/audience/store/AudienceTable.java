package io.guanxi.audience.store;

import io.guanxi.audience.AudienceUses.AudienceUse;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.ExpressionReader;
import io.guanxi.audience.expression.NormalForm;
import io.guanxi.audience.expression.References;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code audience}, {@code audience_version} and {@code audience_use}. */
@Component
public class AudienceTable {

    private static final String SELECT = """
            SELECT a.id, a.ready, a.name, a.note, a.folder, a.owner, a.version, v.expression, v.hash, a.created_at,
                   a.changed_at
            FROM audience a JOIN audience_version v ON v.audience_id = a.id AND v.version = a.version
            WHERE a.deleted_at IS NULL\s""";

    private final JdbcClient postgres;
    private final JsonMapper json;
    private final Clock clock;

    AudienceTable(JdbcClient postgres, JsonMapper json, Clock clock) {
        this.postgres = postgres;
        this.json = json;
        this.clock = clock;
    }

    /**
     * One version of what an audience asks.
     *
     * @param version counted from 1
     * @param expression what it asked
     * @param note why it was changed
     * @param createdBy by whom
     * @param createdAt when
     */
    public record Version(int version, Expression expression, String note, String createdBy, Instant createdAt) {}

    /**
     * What somebody wants to save.
     *
     * @param name as people call it
     * @param note what it is for
     * @param folder where it lies
     * @param expression what it asks
     * @param why it was changed
     */
    public record Wish(String name, String note, String folder, Expression expression, String why) {}

    /** {@return audiences by folder and name} */
    public List<AudienceRow> all() {
        return postgres.sql(SELECT + "ORDER BY a.folder, a.name, a.id")
                .query((row, _) -> read(row))
                .list();
    }

    /**
     * {@return an audience}
     *
     * @param id its number
     */
    public Optional<AudienceRow> find(long id) {
        return postgres.sql(SELECT + "AND a.id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    /**
     * Saves a new audience; within a transaction.
     *
     * @param ready key of the ready-made audience it is, or null
     * @param wish what
     * @param owner whose
     * @return its number; empty where that ready-made audience has been there already
     */
    public Optional<Long> insert(@Nullable String ready, Wish wish, String owner) {
        Optional<Long> id = postgres.sql("""
                        INSERT INTO audience (ready, name, note, folder, owner, version, created_at, changed_at)
                        VALUES (:ready, :name, :note, :folder, :owner, 1, :now, :now)
                        ON CONFLICT (ready) DO NOTHING RETURNING id""")
                .param("ready", ready)
                .param("name", wish.name())
                .param("note", wish.note())
                .param("folder", wish.folder())
                .param("owner", owner)
                .param("now", now())
                .query(Long.class)
                .optional();
        id.ifPresent(it -> insertVersion(it, 1, wish, owner));
        return id;
    }

    /**
     * Saves another version; within a transaction.
     *
     * @param id the audience
     * @param expected the version it was made from
     * @param wish what
     * @param by who
     * @return whether that version was still the current one
     */
    public boolean update(long id, int expected, Wish wish, String by) {
        int moved = postgres.sql("""
                        UPDATE audience SET name = :name, note = :note, folder = :folder, version = version + 1,
                               changed_at = :now
                        WHERE id = :id AND version = :expected AND deleted_at IS NULL""")
                .param("name", wish.name())
                .param("note", wish.note())
                .param("folder", wish.folder())
                .param("now", now())
                .param("id", id)
                .param("expected", expected)
                .update();
        if (moved == 1) {
            insertVersion(id, expected + 1, wish, by);
        }
        return moved == 1;
    }

    /**
     * Gives an audience to somebody else; what it asks, and so its version, stays.
     *
     * @param id which
     * @param owner whose it is from now on
     */
    public void give(long id, String owner) {
        postgres.sql("UPDATE audience SET owner = ? WHERE id = ?")
                .params(owner, id)
                .update();
    }

    private void insertVersion(long id, int version, Wish wish, String by) {
        postgres.sql("""
                        INSERT INTO audience_version (audience_id, version, expression, hash, note, created_by, created_at)
                        VALUES (?, ?, ?::jsonb, ?, ?, ?, ?)""")
                .params(
                        id,
                        version,
                        NormalForm.json(wish.expression()),
                        NormalForm.hash(wish.expression()),
                        wish.why(),
                        by,
                        now())
                .update();
        postgres.sql("DELETE FROM audience_use WHERE audience_id = ?").param(id).update();
        postgres.sql("INSERT INTO audience_use (audience_id, uses_id) SELECT ?, unnest(?)")
                .params(id, References.audiences(wish.expression()).toArray(Long[]::new))
                .update();
    }

    /**
     * Deletes an audience; its history stays. Within a transaction.
     *
     * @param id which
     */
    public void delete(long id) {
        postgres.sql("UPDATE audience SET deleted_at = ? WHERE id = ?")
                .params(now(), id)
                .update();
        postgres.sql("DELETE FROM audience_use WHERE audience_id = ?").param(id).update();
    }

    /** Lets one change of definitions happen at a time, until the transaction ends. */
    public void lock() {
        postgres.sql("SELECT pg_advisory_xact_lock(7000)").query(row -> {});
    }

    /**
     * {@return versions, the latest first}
     *
     * @param id of which audience
     */
    public List<Version> versions(long id) {
        return postgres.sql("""
                        SELECT version, expression, note, created_by, created_at FROM audience_version
                        WHERE audience_id = ? ORDER BY version DESC""")
                .param(id)
                .query((row, _) -> new Version(
                        row.getInt(1),
                        expression(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        instant(row, 5)))
                .list();
    }

    /** {@return audiences that others ask for} */
    public List<AudienceUse> uses() {
        return postgres.sql("""
                        SELECT u.uses_id, u.audience_id, a.name FROM audience_use u JOIN audience a ON a.id = u.audience_id
                        ORDER BY u.uses_id, u.audience_id""")
                .query((row, _) -> new AudienceUse(row.getLong(1), "audience", row.getLong(2), row.getString(3)))
                .list();
    }

    private AudienceRow read(ResultSet row) throws SQLException {
        return new AudienceRow(
                row.getLong("id"),
                row.getString("ready"),
                row.getString("name"),
                row.getString("note"),
                row.getString("folder"),
                row.getString("owner"),
                row.getInt("version"),
                expression(row.getString("expression")),
                row.getString("hash"),
                instant(row, 10),
                instant(row, 11));
    }

    private Expression expression(String text) {
        return ExpressionReader.read(json.readTree(text)).orProblem();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
