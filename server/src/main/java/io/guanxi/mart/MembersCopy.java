package io.guanxi.mart;

import io.guanxi.identity.Identities;
import io.guanxi.platform.Brand;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings what changed of identity's members and merges into the mart: one COPY out of PostgreSQL each. */
final class MembersCopy {

    private final JdbcClient sql;
    private final Identities identities;
    private final DataFolder folder;
    private final Brand brand;
    private long upTo;

    MembersCopy(JdbcClient sql, Identities identities, DataFolder folder, Brand brand) {
        this.sql = sql;
        this.identities = identities;
        this.folder = folder;
        this.brand = brand;
    }

    /** Brings {@code member} up to date, and fills {@code fresh_alias} with the merges the mart has not applied. */
    void load() {
        long known = sql.sql("SELECT member_change FROM mart_state")
                .query(Long.class)
                .single();
        upTo = identities.lastChange();
        long since = known > upTo ? 0 : known; // PostgreSQL was set back: all of it counts as changed
        Path members = folder.temp().resolve("mart-members.csv");
        Path aliases = folder.temp().resolve("mart-aliases.csv");
        identities.writeMembersTo(members, since);
        identities.writeAliasesTo(aliases, since);
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE changed_member AS
                        SELECT member_no, CAST(timezone('%s', created_at) AS DATE) AS created_day, channel
                        FROM read_csv(%s, header = false, auto_detect = false, quote = '"', escape = '"',
                            columns = {member_no: 'INTEGER', created_at: 'TIMESTAMPTZ', channel: 'VARCHAR'})
                        """.formatted(brand.zone().getId(), SqlText.literal(members))).update();
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE changed_alias AS
                        SELECT * FROM read_csv(%s, header = false, auto_detect = false,
                            columns = {member_no: 'INTEGER', into_no: 'INTEGER'})
                        """.formatted(SqlText.literal(aliases))).update();
        sql.sql(since == 0 ? "DELETE FROM member" : """
                        DELETE FROM member WHERE member_no IN
                            (SELECT member_no FROM changed_member UNION ALL SELECT member_no FROM changed_alias)
                        """).update();
        // The merges were read later than the members: who was merged in between is in both.
        sql.sql("INSERT INTO member SELECT * FROM changed_member ANTI JOIN changed_alias USING (member_no)")
                .update();
        sql.sql("DROP TABLE changed_member").update();
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE fresh_alias AS
                        SELECT * FROM changed_alias EXCEPT SELECT member_no, into_no FROM member_alias
                        """).update();
        delete(members);
        delete(aliases);
    }

    /** Remembers the merges as applied. */
    void finish() {
        sql.sql("DELETE FROM member_alias WHERE member_no IN (SELECT member_no FROM changed_alias)")
                .update();
        sql.sql("INSERT INTO member_alias SELECT * FROM changed_alias").update();
        sql.sql("UPDATE mart_state SET member_change = ?").param(upTo).update();
        sql.sql("DROP TABLE changed_alias").update();
        sql.sql("DROP TABLE fresh_alias").update();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
