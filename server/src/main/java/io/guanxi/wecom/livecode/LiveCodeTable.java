package io.guanxi.wecom.livecode;

import io.guanxi.wecom.livecode.LiveCode.Promise;
import io.guanxi.wecom.livecode.LiveCode.Skipped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code wecom_live_code}. */
@Component
class LiveCodeTable {

    private static final String SELECT = """
            SELECT id, state, name, channel, scene, employees, tags, template, journey, picture, created_by, created_at, archived_at
            FROM wecom_live_code\s""";

    private final JdbcClient postgres;

    LiveCodeTable(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /** What somebody wants a live code to be. */
    record Wish(
            String name,
            String channel,
            String scene,
            List<String> employees,
            List<Integer> tags,
            @Nullable Long template,
            @Nullable Long journey) {}

    List<LiveCode> all() {
        Map<Long, List<Skipped>> skipped = skipped(null);
        return postgres.sql(SELECT + "ORDER BY id DESC").query((row, _) -> read(row)).list().stream()
                .map(code -> code.with(skipped.getOrDefault(code.id(), List.of())))
                .toList();
    }

    Optional<LiveCode> find(long id) {
        return postgres.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional()
                .map(code -> code.with(skipped(id).getOrDefault(id, List.of())));
    }

    /** What newcomers of a code went without, at one greeting. */
    record Miss(long code, Promise kind, long number) {}

    /** Notes what newcomers went without, so many of each. */
    void skip(Map<Miss, Long> missed, Instant now) {
        if (missed.isEmpty()) {
            return;
        }
        Collection<Miss> what = missed.keySet();
        postgres.sql("""
                        INSERT INTO wecom_live_code_skip AS s (code, kind, number, newcomers, last_at)
                        SELECT code, kind, number, newcomers, :now
                        FROM unnest(:codes::bigint[], :kinds::text[], :numbers::bigint[], :newcomers::bigint[])
                             AS m (code, kind, number, newcomers)
                        ON CONFLICT (code, kind, number)
                        DO UPDATE SET newcomers = s.newcomers + excluded.newcomers, last_at = excluded.last_at""")
                .param("codes", what.stream().map(Miss::code).toArray(Long[]::new))
                .param("kinds", what.stream().map(it -> it.kind().name()).toArray(String[]::new))
                .param("numbers", what.stream().map(Miss::number).toArray(Long[]::new))
                .param("newcomers", what.stream().map(missed::get).toArray(Long[]::new))
                .param("now", at(now))
                .update();
    }

    /** Forgets what newcomers went without: somebody has looked after it. */
    void settle(long id) {
        postgres.sql("DELETE FROM wecom_live_code_skip WHERE code = ?")
                .param(id)
                .update();
    }

    private Map<Long, List<Skipped>> skipped(@Nullable Long code) {
        record Of(long code, Skipped skipped) {}
        return postgres
                .sql("""
                        SELECT code, kind, number, newcomers, last_at FROM wecom_live_code_skip
                        WHERE :code::bigint IS NULL OR code = :code ORDER BY kind, number""")
                .param("code", code, Types.BIGINT)
                .query((row, _) -> new Of(
                        row.getLong(1),
                        new Skipped(
                                Promise.valueOf(row.getString(2)),
                                row.getLong(3),
                                row.getLong(4),
                                row.getObject(5, OffsetDateTime.class).toInstant())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::code, Collectors.mapping(Of::skipped, Collectors.toList())));
    }

    /** {@return the number of a new one; empty where one in use has that name} */
    Optional<Long> insert(Wish wish, String state, String by, Instant now) {
        return postgres.sql("""
                        INSERT INTO wecom_live_code (state, name, channel, scene, employees, tags, template, journey, created_by,
                                                     created_at)
                        VALUES (:state, :name, :channel, :scene, :employees, :tags, :template, :journey, :by, :now)
                        ON CONFLICT (lower(name)) WHERE archived_at IS NULL DO NOTHING RETURNING id
                        """)
                .param("state", state)
                .param("name", wish.name())
                .param("channel", wish.channel())
                .param("scene", wish.scene())
                .param("employees", wish.employees().toArray(String[]::new))
                .param("tags", wish.tags().toArray(Integer[]::new))
                .param("template", wish.template(), Types.BIGINT)
                .param("journey", wish.journey(), Types.BIGINT)
                .param("by", by)
                .param("now", at(now))
                .query(Long.class)
                .optional();
    }

    /** {@return whether it is changed; not where another one in use has that name, or it is archived} */
    boolean change(long id, Wish wish) {
        return postgres.sql("""
                                UPDATE wecom_live_code l
                                SET name = :name, channel = :channel, scene = :scene, employees = :employees, tags = :tags,
                                    template = :template, journey = :journey
                                WHERE id = :id AND archived_at IS NULL
                                      AND NOT EXISTS (SELECT FROM wecom_live_code o WHERE o.id <> l.id AND o.archived_at IS NULL
                                                      AND lower(o.name) = lower(:name))
                                """)
                        .param("id", id)
                        .param("name", wish.name())
                        .param("channel", wish.channel())
                        .param("scene", wish.scene())
                        .param("employees", wish.employees().toArray(String[]::new))
                        .param("tags", wish.tags().toArray(Integer[]::new))
                        .param("template", wish.template(), Types.BIGINT)
                        .param("journey", wish.journey(), Types.BIGINT)
                        .update()
                > 0;
    }

    void made(long id, String config, String picture) {
        postgres.sql("UPDATE wecom_live_code SET config = ?, picture = ? WHERE id = ?")
                .params(config, picture, id)
                .update();
    }

    void remove(long id) {
        postgres.sql("DELETE FROM wecom_live_code WHERE id = ?").param(id).update();
    }

    Optional<String> config(long id) {
        return postgres.sql("SELECT config FROM wecom_live_code WHERE id = ? AND config IS NOT NULL")
                .param(id)
                .query(String.class)
                .optional();
    }

    void archive(long id, Instant now) {
        postgres.sql("UPDATE wecom_live_code SET archived_at = ? WHERE id = ? AND archived_at IS NULL")
                .params(at(now), id)
                .update();
    }

    private static LiveCode read(ResultSet row) throws SQLException {
        OffsetDateTime archived = row.getObject(13, OffsetDateTime.class);
        return new LiveCode(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                List.of((String[]) row.getArray(6).getArray()),
                List.of((Integer[]) row.getArray(7).getArray()),
                row.getObject(8, Long.class),
                row.getObject(9, Long.class),
                row.getString(10),
                row.getString(11),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                archived == null ? null : archived.toInstant(),
                List.of());
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
