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

/** Brings identity's members and merges into the mart: one COPY out of PostgreSQL each, whole. */
final class MembersCopy {

    private final JdbcClient sql;
    private final Identities identities;
    private final DataFolder folder;
    private final Brand brand;

    MembersCopy(JdbcClient sql, Identities identities, DataFolder folder, Brand brand) {
        this.sql = sql;
        this.identities = identities;
        this.folder = folder;
        this.brand = brand;
    }

    /** Fills {@code member}, and {@code fresh_alias} with the merges the mart has not applied. */
    void load() {
        Path members = folder.temp().resolve("mart-members.csv");
        Path aliases = folder.temp().resolve("mart-aliases.csv");
        identities.writeMembersTo(members);
        identities.writeAliasesTo(aliases);
        sql.sql("DELETE FROM member").update();
        sql.sql("""
                        INSERT INTO member
                        SELECT member_no, CAST(timezone('%s', created_at) AS DATE), channel
                        FROM read_csv(%s, header = false, auto_detect = false, quote = '"', escape = '"',
                            columns = {member_no: 'INTEGER', created_at: 'TIMESTAMPTZ', channel: 'VARCHAR'})
                        """.formatted(brand.zone().getId(), SqlText.literal(members))).update();
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE all_alias AS
                        SELECT * FROM read_csv(%s, header = false, auto_detect = false,
                            columns = {member_no: 'INTEGER', into_no: 'INTEGER'})
                        """.formatted(SqlText.literal(aliases))).update();
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE fresh_alias AS
                        SELECT * FROM all_alias EXCEPT SELECT member_no, into_no FROM member_alias
                        """).update();
        delete(members);
        delete(aliases);
    }

    /** Remembers the merges as applied. */
    void finish() {
        sql.sql("DELETE FROM member_alias").update();
        sql.sql("INSERT INTO member_alias SELECT * FROM all_alias").update();
        sql.sql("DROP TABLE all_alias").update();
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
