package io.guanxi.access.keys;

import io.guanxi.access.Role;
import io.guanxi.platform.RealTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code access_key}. */
@Component
class KeyTable {

    private static final String COLUMNS =
            "id, kind, name, prefix, role, source, created_by, created_at, last_used_at, revoked_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    KeyTable(JdbcClient jdbc, @RealTime Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** {@return the working keys of a kind by the hexadecimal hash of their secret} */
    Map<String, Key> working(String kind) {
        record Entry(String hash, Key key) {}
        List<Entry> entries = jdbc.sql(
                        "SELECT " + COLUMNS + ", secret_hash FROM access_key WHERE kind = :kind AND revoked_at IS NULL")
                .param("kind", kind)
                .query((row, i) -> new Entry(HexFormat.of().formatHex(row.getBytes("secret_hash")), key(row)))
                .list(); // a stream would keep its connection until closed
        return entries.stream().collect(Collectors.toUnmodifiableMap(Entry::hash, Entry::key));
    }

    List<Key> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM access_key ORDER BY id DESC")
                .query((row, i) -> key(row))
                .list();
    }

    boolean any(String kind) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM access_key WHERE kind = :kind)")
                .param("kind", kind)
                .query(Boolean.class)
                .single();
    }

    Key insert(String name, Right right, String secret, boolean preset, String createdBy) {
        return jdbc.sql("""
                        INSERT INTO access_key
                            (kind, name, prefix, secret_hash, role, source, preset, created_by, created_at)
                        VALUES (:kind, :name, :prefix, :hash, :role, :source, :preset, :createdBy, :now)
                        ON CONFLICT (kind, secret_hash) DO UPDATE
                            SET role = excluded.role, source = excluded.source, preset = excluded.preset,
                                revoked_at = NULL
                        RETURNING\s""" + COLUMNS)
                .param("kind", kindOf(right))
                .param("name", name)
                .param("prefix", secret.substring(0, Math.min(11, secret.length() / 3)))
                .param("hash", Secret.hash(secret))
                .param("role", right instanceof Right.Call(Role role) ? role.name() : null)
                .param("source", right instanceof Right.Track(String source) ? source : null)
                .param("preset", preset)
                .param("createdBy", createdBy)
                .param("now", now())
                .query((row, i) -> key(row))
                .single();
    }

    /** {@return whether there was a working key of this number} */
    boolean revoke(long id) {
        return jdbc.sql("UPDATE access_key SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Revokes the keys of a kind that an earlier environment had preset. */
    void revokePresetExcept(String kind, String secret) {
        jdbc.sql("""
                        UPDATE access_key SET revoked_at = :now
                        WHERE kind = :kind AND preset AND revoked_at IS NULL AND secret_hash <> :hash
                        """)
                .param("now", now())
                .param("kind", kind)
                .param("hash", Secret.hash(secret))
                .update();
    }

    void used(Collection<Long> ids) {
        jdbc.sql("UPDATE access_key SET last_used_at = :now WHERE id = ANY (:ids)")
                .param("now", now())
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    static String kindOf(Right right) {
        return switch (right) {
            case Right.Call call -> "API";
            case Right.Track track -> "WRITE";
        };
    }

    private static Key key(ResultSet row) throws SQLException {
        Right right = row.getString("kind").equals("API")
                ? new Right.Call(Role.valueOf(row.getString("role")))
                : new Right.Track(row.getString("source"));
        return new Key(
                row.getLong("id"),
                row.getString("name"),
                row.getString("prefix"),
                right,
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
