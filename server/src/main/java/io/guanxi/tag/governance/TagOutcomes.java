package io.guanxi.tag.governance;

import io.guanxi.mart.Mart;
import java.sql.Date;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the mart knows for a trial: who was there, and who did what was hoped for. */
@Component
class TagOutcomes {

    private final Mart mart;

    TagOutcomes(Mart mart) {
        this.mart = mart;
    }

    /** {@return live members who had joined by the split day} */
    RoaringBitmap there(TagQuestion question) {
        return members(mart.sql().sql("""
                SELECT m.member_no FROM member m LEFT JOIN member_score s USING (member_no)
                WHERE least(m.created_day, coalesce(s.joined_day, m.created_day)) <= :day""").param("day", Date.valueOf(question.splitDay())));
    }

    /** {@return who did it in the days after the split day, by their numbers of now} */
    RoaringBitmap did(TagQuestion question) {
        return members(mart.sql()
                .sql("""
                SELECT coalesce(a.into_no, d.member_no) AS member_no
                FROM member_day d JOIN event_name n USING (event_no) LEFT JOIN member_alias a USING (member_no)
                WHERE n.event = :event AND d.day > :split AND d.day <= :end
                GROUP BY 1 HAVING sum(d.n) >= :least AND coalesce(sum(d.amount), 0) >= :amount""")
                .param("event", question.event())
                .param("split", Date.valueOf(question.splitDay()))
                .param("end", Date.valueOf(question.splitDay().plusDays(question.days())))
                .param("least", question.atLeast())
                .param("amount", question.amount()));
    }

    /** {@return all merges; one look at them serves all tags} */
    Merges merges() {
        Map<Integer, Integer> into = new HashMap<>();
        RoaringBitmap merged = new RoaringBitmap();
        mart.sql().sql("SELECT member_no, into_no FROM member_alias").query(row -> {
            into.put(row.getInt(1), row.getInt(2));
            merged.add(row.getInt(1));
        });
        return new Merges(merged, into);
    }

    /** Members that turned out to be others. */
    record Merges(RoaringBitmap merged, Map<Integer, Integer> into) {

        /** {@return members, with those merged since under their survivor's number} */
        RoaringBitmap survivors(RoaringBitmap members) {
            RoaringBitmap survivors = RoaringBitmap.andNot(members, merged);
            RoaringBitmap.and(members, merged)
                    .forEach((IntConsumer) member -> survivors.add(into.getOrDefault(member, member)));
            return survivors;
        }
    }

    private static RoaringBitmap members(JdbcClient.StatementSpec statement) {
        RoaringBitmap members = new RoaringBitmap();
        statement.query(row -> {
            members.add(row.getInt(1));
        });
        members.runOptimize();
        return members;
    }
}
