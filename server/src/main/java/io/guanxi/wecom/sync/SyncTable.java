package io.guanxi.wecom.sync;

import io.guanxi.wecom.sync.Sync.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code wecom_sync}, {@code wecom_employee} and {@code wecom_chat_due}. */
@Component
class SyncTable {

    private static final String SELECT = """
            SELECT id, started_at, finished_at, stage, block, cursor, employees, contacts, chats, tags, trouble FROM wecom_sync\s""";

    private final JdbcClient postgres;

    SyncTable(JdbcClient postgres) {
        this.postgres = postgres;
    }

    Optional<Sync> last() {
        return postgres.sql(SELECT + "ORDER BY id DESC LIMIT 1")
                .query((row, _) -> read(row))
                .optional();
    }

    /** {@return whether it began; not where one is under way} */
    boolean begin(Instant now) {
        return postgres.sql(
                                "INSERT INTO wecom_sync (started_at, stage) VALUES (?, ?) ON CONFLICT ((TRUE)) WHERE finished_at IS NULL DO NOTHING")
                        .params(at(now), SyncStage.EMPLOYEES.name())
                        .update()
                > 0;
    }

    /** {@return whether it was still where this server saw it; else another one did this part} */
    boolean move(Sync from, Place to, int employees, int contacts, int chats, int tags) {
        return postgres.sql("""
                                UPDATE wecom_sync SET stage = :stage, block = :block, cursor = :cursor, trouble = NULL,
                                       employees = employees + :employees, contacts = contacts + :contacts,
                                       chats = chats + :chats, tags = tags + :tags
                                WHERE id = :id AND stage = :from_stage AND block = :from_block AND cursor = :from_cursor
                                      AND finished_at IS NULL
                                """)
                        .param("stage", to.stage().name())
                        .param("block", to.block())
                        .param("cursor", to.cursor())
                        .param("employees", employees)
                        .param("contacts", contacts)
                        .param("chats", chats)
                        .param("tags", tags)
                        .param("id", from.id())
                        .param("from_stage", from.stage().name())
                        .param("from_block", from.block())
                        .param("from_cursor", from.cursor())
                        .update()
                > 0;
    }

    void trouble(long sync, String trouble) {
        postgres.sql("UPDATE wecom_sync SET trouble = left(?, 500) WHERE id = ?")
                .params(trouble, sync)
                .update();
    }

    void finish(long sync, Instant now) {
        postgres.sql("UPDATE wecom_sync SET finished_at = ? WHERE id = ? AND finished_at IS NULL")
                .params(at(now), sync)
                .update();
    }

    void writeEmployees(List<String> employees, Instant now) {
        String[] ids = employees.toArray(String[]::new);
        postgres.sql("""
                        INSERT INTO wecom_employee (employee) SELECT DISTINCT unnest(?::text[])
                        ON CONFLICT (employee) DO UPDATE SET gone_at = NULL
                        """).param(ids).update();
        postgres.sql(
                        "UPDATE wecom_employee SET gone_at = :now WHERE gone_at IS NULL AND employee <> ALL (:ids::text[])")
                .param("now", at(now))
                .param("ids", ids)
                .update();
    }

    /** {@return some employees whose names this sync has not asked for} */
    List<String> unnamed(long sync, int most) {
        return postgres.sql(
                        "SELECT employee FROM wecom_employee WHERE gone_at IS NULL AND asked < ? ORDER BY employee LIMIT ?")
                .params(sync, most)
                .query(String.class)
                .list();
    }

    void name(String employee, @Nullable String name, long sync) {
        postgres.sql("UPDATE wecom_employee SET name = coalesce(:name, name), asked = :sync WHERE employee = :employee")
                .param("name", name)
                .param("sync", sync)
                .param("employee", employee)
                .update();
    }

    /** {@return a block of employees, in a fixed order; empty behind the last} */
    List<String> employees(int block, int size) {
        return postgres.sql(
                        "SELECT employee FROM wecom_employee WHERE gone_at IS NULL ORDER BY employee OFFSET ? LIMIT ?")
                .params(block * size, size)
                .query(String.class)
                .list();
    }

    /** Notes that these contacts are still there. */
    void see(long sync, List<String> customers, List<String> employees) {
        postgres.sql("""
                        UPDATE wecom_contact c SET seen = :sync
                        FROM unnest(:customers::text[], :employees::text[]) AS s (external_userid, employee)
                        WHERE c.external_userid = s.external_userid AND c.employee = s.employee
                        """)
                .param("sync", sync)
                .param("customers", customers.toArray(String[]::new))
                .param("employees", employees.toArray(String[]::new))
                .update();
    }

    /** Ends contacts that a whole reading did not see; those made meanwhile are none of its business. */
    void endUnseen(Sync sync, Instant now) {
        postgres.sql("""
                        UPDATE wecom_contact SET ended_at = :now, ended_by = 'unknown', greeting_due = FALSE
                        WHERE ended_at IS NULL AND seen < :sync AND since < :started
                        """)
                .param("now", at(now))
                .param("sync", sync.id())
                .param("started", at(sync.startedAt()))
                .update();
    }

    void owe(List<String> chats) {
        postgres.sql("INSERT INTO wecom_chat_due (chat) SELECT DISTINCT unnest(?::text[]) ON CONFLICT DO NOTHING")
                .param(chats.toArray(String[]::new))
                .update();
    }

    Optional<String> owed() {
        return postgres.sql("SELECT chat FROM wecom_chat_due ORDER BY chat LIMIT 1")
                .query(String.class)
                .optional();
    }

    void read(String chat) {
        postgres.sql("DELETE FROM wecom_chat_due WHERE chat = ?").param(chat).update();
    }

    WeComCounts counts() {
        return postgres.sql("""
                        SELECT (SELECT count(*) FROM wecom_employee WHERE gone_at IS NULL) AS employees,
                               count(DISTINCT external_userid) AS customers, count(*) AS contacts,
                               (SELECT count(*) FROM wecom_chat WHERE dismissed_at IS NULL) AS chats,
                               (SELECT count(*) FROM wecom_tag WHERE gone_at IS NULL) AS tags,
                               (SELECT count(*) FROM wecom_callback WHERE done_at IS NULL) AS callbacks_waiting
                        FROM wecom_contact WHERE ended_at IS NULL
                        """).query(WeComCounts.class).single();
    }

    private static Sync read(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject(3, OffsetDateTime.class);
        return new Sync(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                SyncStage.valueOf(row.getString(4)),
                row.getInt(5),
                row.getString(6),
                row.getInt(7),
                row.getLong(8),
                row.getInt(9),
                row.getInt(10),
                row.getString(11));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
