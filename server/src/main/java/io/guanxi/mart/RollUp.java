package io.guanxi.mart;

import io.guanxi.lake.Lake;
import io.guanxi.lake.LakeFile;
import io.guanxi.platform.Brand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds the events of lake files to {@code member_day}, {@code event_member} and {@code community_day} as partial sums. Sums are
 * additive, so nothing is looked up. Costs one scan of the files' needed columns for members and one for communities; memory is
 * bounded by the rows of one stretch. Money is the brand's: what is in another currency is noted in {@code other_money}.
 */
final class RollUp {

    private static final long STRETCH_ROWS = 8_000_000;

    private final JdbcClient sql;
    private final Brand brand;

    RollUp(JdbcClient sql, Brand brand) {
        this.sql = sql;
        this.brand = brand;
    }

    /** Adds files, day by day in stretches. */
    void add(List<LakeFile> files) {
        List<LakeFile> sorted = new ArrayList<>(files);
        sorted.sort(java.util.Comparator.comparing(LakeFile::day));
        List<LakeFile> stretch = new ArrayList<>();
        long rows = 0;
        for (LakeFile file : sorted) {
            boolean newDay = stretch.isEmpty() || !stretch.getLast().day().equals(file.day());
            if (rows + file.rows() > STRETCH_ROWS && newDay && !stretch.isEmpty()) {
                addStretch(stretch);
                stretch.clear();
                rows = 0;
            }
            stretch.add(file);
            rows += file.rows();
        }
        if (!stretch.isEmpty()) {
            addStretch(stretch);
        }
    }

    /** Makes days anew from all their files: some of their events were taken back. */
    void replace(Set<LocalDate> days, List<LakeFile> files) {
        String which = days.stream().map(day -> "DATE '" + day + "'").collect(Collectors.joining(", "));
        for (String table : List.of("member_day", "event_member", "community_day", "other_money", "day_state")) {
            sql.sql("DELETE FROM " + table + " WHERE day IN (" + which + ")").update();
        }
        add(files);
    }

    private void addStretch(List<LakeFile> files) {
        String events = Lake.relation(files);
        learnNames(events);
        sql.sql("CREATE OR REPLACE TEMP TABLE rolled AS " + memberDays(events, brand))
                .update();
        sql.sql("INSERT INTO member_day SELECT * FROM rolled").update();
        sql.sql("INSERT INTO event_member SELECT event_no, day, member_no, n FROM rolled")
                .update();
        sql.sql("DROP TABLE rolled").update();
        sql.sql("INSERT INTO community_day " + communityDays(events, brand)).update();
        sql.sql("INSERT INTO other_money " + otherMoney(events, brand)).update();
        sql.sql("""
                        INSERT INTO day_state SELECT DISTINCT day, 1 FROM %s
                        ON CONFLICT (day) DO UPDATE SET batches = batches + 1
                        """.formatted(events)).update();
    }

    /**
     * The roll-up of a relation of events, in the shape of {@code member_day}. Instants become UTC times as numbers: a cast
     * would look up the session's zone for each.
     */
    static String memberDays(String events, Brand brand) {
        return """
                SELECT e.member_no, e.day, n.event_no, count(*) AS n, sum(%s) AS amount,
                       CAST(sum(CAST(e.quantity AS DECIMAL(18,3))) AS DOUBLE) AS quantity,
                       make_timestamp(min(epoch_us(e.ts))) AS first_ts, make_timestamp(max(epoch_us(e.ts))) AS last_ts
                FROM %s e JOIN event_name n USING (event)
                GROUP BY e.member_no, e.day, n.event_no
                """.formatted(brand.money("e"), events);
    }

    /** The roll-up of a relation of events, in the shape of {@code community_day}. */
    static String communityDays(String events, Brand brand) {
        return """
                SELECT k.community_no, e.member_no, e.day, n.event_no, count(*) AS n, sum(%s) AS amount
                FROM %s e JOIN event_name n USING (event) JOIN community_key k USING (community)
                GROUP BY k.community_no, e.member_no, e.day, n.event_no
                """.formatted(brand.money("e"), events);
    }

    /** The money of a relation of events that is in another currency, in the shape of {@code other_money}. */
    private static String otherMoney(String events, Brand brand) {
        return """
                SELECT e.member_no, e.day, n.event_no, e.currency, count(*) AS n, sum(e.amount) AS amount
                FROM %s e JOIN event_name n USING (event) WHERE %s
                GROUP BY e.member_no, e.day, n.event_no, e.currency
                """.formatted(events, brand.otherMoney("e"));
    }

    private void learnNames(String events) {
        sql.sql("""
                        INSERT INTO event_name
                        SELECT (SELECT coalesce(max(event_no), 0) FROM event_name) + row_number() OVER (ORDER BY event), event
                        FROM (SELECT DISTINCT event FROM %s) ANTI JOIN event_name USING (event)
                        """.formatted(events)).update();
        sql.sql("""
                        INSERT INTO community_key
                        SELECT (SELECT coalesce(max(community_no), 0) FROM community_key)
                               + row_number() OVER (ORDER BY community), community
                        FROM (SELECT DISTINCT community FROM %s WHERE community IS NOT NULL)
                        ANTI JOIN community_key USING (community)
                        """.formatted(events)).update();
    }
}
