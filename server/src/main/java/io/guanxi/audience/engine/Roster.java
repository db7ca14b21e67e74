package io.guanxi.audience.engine;

import io.guanxi.audience.engine.Ground.Changes;
import io.guanxi.identity.Identities;
import io.guanxi.mart.Mart;
import io.guanxi.platform.Brand;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who lives now. The mart copies the members when it settles, before a run; those who came, merged or went since are kept in
 * the catalog {@code audience} of the same DuckDB, in memory, beside it.
 */
final class Roster {

    private static final Duration LOADING = Duration.ofMinutes(5);

    private final Mart mart;
    private final Identities identities;
    private final DataFolder folder;
    private final Brand brand;
    private final RoaringBitmap erased = new RoaringBitmap();
    private RoaringBitmap live = new RoaringBitmap();
    private RoaringBitmap noted = new RoaringBitmap();
    private boolean merged;
    private long settled = -1;
    private long taken = -1;

    Roster(Mart mart, Identities identities, DataFolder folder, Brand brand) {
        this.mart = mart;
        this.identities = identities;
        this.folder = folder;
        this.brand = brand;
        run("ATTACH IF NOT EXISTS ':memory:' AS audience");
        run("CREATE OR REPLACE TABLE audience.fresh_member (member_no INTEGER, created_day DATE, channel VARCHAR)");
        run("CREATE OR REPLACE TABLE audience.fresh_alias (member_no INTEGER, into_no INTEGER)");
    }

    /** Takes over what changed since the last time. */
    synchronized Changes follow() {
        long settledNow = mart.sql()
                .sql("SELECT member_change FROM mart_state")
                .query(Long.class)
                .single();
        long last = identities.lastChange();
        RoaringBitmap touched = noted;
        noted = new RoaringBitmap();
        if (settledNow != settled || last < taken) {
            load(settledNow > last ? 0 : settledNow, true);
            live = everybody();
            touched = settled < 0 || last < taken ? null : touched;
            if (touched != null && last > taken) {
                touched.or(changed(taken));
            }
        } else if (last > taken) {
            RoaringBitmap changed = load(taken, false);
            touched.or(changed);
            live = RoaringBitmap.andNot(RoaringBitmap.or(live, changed), gone());
        }
        settled = settledNow;
        taken = last;
        merged = mart.sql()
                .sql("SELECT count(*) > 0 FROM audience.fresh_alias")
                .query(Boolean.class)
                .single();
        return new Changes(live, merged, touched);
    }

    /** A member of whom something changed that no event tells. */
    synchronized void note(int memberNo) {
        noted.add(memberNo);
    }

    /** Members who are erased: they are out at once. */
    synchronized void erase(List<Integer> numbers) {
        numbers.forEach(erased::add);
        numbers.forEach(noted::add);
        live = RoaringBitmap.andNot(live, erased);
    }

    private RoaringBitmap everybody() {
        RoaringBitmap all = ask("SELECT member_no FROM " + Relations.members());
        all.andNot(erased);
        return all;
    }

    private RoaringBitmap gone() {
        return RoaringBitmap.or(erased, ask("SELECT member_no FROM audience.fresh_alias"));
    }

    private RoaringBitmap changed(long since) {
        return load(since, false);
    }

    /** {@return who changed: members that are live, and both sides of a merge} */
    private RoaringBitmap load(long since, boolean anew) {
        Path members = folder.temp().resolve("audience-members.csv");
        Path aliases = folder.temp().resolve("audience-aliases.csv");
        identities.writeMembersTo(members, since);
        identities.writeAliasesTo(aliases, since);
        run("""
                CREATE OR REPLACE TABLE audience.came AS
                SELECT member_no, CAST(timezone('%s', created_at) AS DATE) AS created_day, channel
                FROM read_csv(%s, header = false, auto_detect = false, quote = '"', escape = '"',
                    columns = {member_no: 'INTEGER', created_at: 'TIMESTAMPTZ', channel: 'VARCHAR'})
                """.formatted(brand.zone().getId(), SqlText.literal(members)));
        run("""
                CREATE OR REPLACE TABLE audience.merged AS
                SELECT * FROM read_csv(%s, header = false, auto_detect = false,
                    columns = {member_no: 'INTEGER', into_no: 'INTEGER'})
                """.formatted(SqlText.literal(aliases)));
        RoaringBitmap changed = ask("""
                SELECT member_no FROM audience.came
                UNION ALL SELECT member_no FROM audience.merged UNION ALL SELECT into_no FROM audience.merged""");
        run(anew ? "DELETE FROM audience.fresh_member" : """
                DELETE FROM audience.fresh_member WHERE member_no IN
                    (SELECT member_no FROM audience.came UNION ALL SELECT member_no FROM audience.merged)""");
        run(
                anew
                        ? "DELETE FROM audience.fresh_alias"
                        : "DELETE FROM audience.fresh_alias WHERE member_no IN (SELECT member_no FROM audience.merged)");
        // The merges were read later than the members: who was merged in between is in both.
        run(
                "INSERT INTO audience.fresh_member SELECT * FROM audience.came ANTI JOIN audience.merged USING (member_no)");
        run("INSERT INTO audience.fresh_alias SELECT * FROM audience.merged");
        run("DROP TABLE audience.came");
        run("DROP TABLE audience.merged");
        delete(members);
        delete(aliases);
        return changed;
    }

    private RoaringBitmap ask(String query) {
        try (Connection connection = mart.connect()) {
            return Bits.of(connection, query, List.of(), Limit.of(LOADING));
        } catch (SQLException e) {
            throw new IllegalStateException("members cannot be read", e);
        }
    }

    private void run(String sql) {
        mart.sql().sql(sql).update();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
