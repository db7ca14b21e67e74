package io.guanxi.mart;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the roll-ups to their grain: merged members take their survivor's number, days that received several batches are
 * added up. Costs one scan of the member numbers where members were merged, and a rewrite of the touched days.
 */
final class Fold {

    private static final int DAYS_AT_ONCE = 16;

    private final JdbcClient sql;

    Fold(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Maps members and folds days.
     *
     * @param merges SELECT of member_no, into_no: the aliases not applied yet
     */
    void apply(String merges) {
        mapMerged("member_day", merges);
        mapMerged("event_member", merges);
        mapMerged("community_day", merges);
        mapMerged("other_money", merges);
        List<LocalDate> days = sql.sql("SELECT day FROM day_state WHERE batches > 1 ORDER BY day")
                .query(LocalDate.class)
                .list();
        for (int start = 0; start < days.size(); start += DAYS_AT_ONCE) {
            LocalDate first = days.get(start);
            LocalDate last = days.get(Math.min(start + DAYS_AT_ONCE, days.size()) - 1);
            foldDays(first, last);
        }
        sql.sql("UPDATE day_state SET batches = 1 WHERE batches > 1").update();
    }

    private void mapMerged(String table, String merges) {
        sql.sql("""
                        INSERT INTO day_state
                        SELECT DISTINCT day, 2 FROM %s SEMI JOIN (%s) merged USING (member_no)
                        ON CONFLICT (day) DO UPDATE SET batches = 2
                        """.formatted(table, merges)).update();
        sql.sql("UPDATE %s SET member_no = merged.into_no FROM (%s) merged WHERE %s.member_no = merged.member_no"
                        .formatted(table, merges, table))
                .update();
    }

    private void foldDays(LocalDate first, LocalDate last) {
        String dirty = "day IN (SELECT day FROM day_state WHERE batches > 1 AND day BETWEEN '%s' AND '%s')"
                .formatted(first, last);
        refill("member_day", dirty, """
                SELECT member_no, day, event_no, CAST(sum(n) AS INTEGER), sum(amount),
                       CAST(sum(CAST(quantity AS DECIMAL(18,3))) AS DOUBLE), min(first_ts), max(last_ts)
                FROM member_day WHERE %s GROUP BY member_no, day, event_no
                """.formatted(dirty));
        refill("event_member", dirty, """
                SELECT event_no, day, member_no, CAST(sum(n) AS INTEGER)
                FROM event_member WHERE %s GROUP BY event_no, day, member_no
                """.formatted(dirty));
        refill("community_day", dirty, """
                SELECT community_no, member_no, day, event_no, CAST(sum(n) AS INTEGER), sum(amount)
                FROM community_day WHERE %s GROUP BY community_no, member_no, day, event_no
                """.formatted(dirty));
    }

    private void refill(String table, String dirty, String folded) {
        sql.sql("CREATE OR REPLACE TEMP TABLE folded AS " + folded).update();
        sql.sql("DELETE FROM " + table + " WHERE " + dirty).update();
        sql.sql("INSERT INTO " + table + " SELECT * FROM folded").update();
        sql.sql("DROP TABLE folded").update();
    }
}
