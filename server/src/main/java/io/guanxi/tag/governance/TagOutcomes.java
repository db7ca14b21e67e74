package io.guanxi.tag.governance;

import io.guanxi.mart.Mart;
import io.guanxi.platform.Bounds;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** What the mart knows for a trial: who was there, and who did what was hoped for. */
@Component
class TagOutcomes {

    private static final int ROWS_UNWATCHED = 100_000;

    private final Mart mart;

    TagOutcomes(Mart mart) {
        this.mart = mart;
    }

    /** {@return live members who had joined by the split day} */
    RoaringBitmap there(TagQuestion question, Bounds limit) {
        return members(limit, """
                SELECT m.member_no FROM member m LEFT JOIN ground.member_score s USING (member_no)
                WHERE least(m.created_day, coalesce(s.joined_day, m.created_day)) <= ?""", Date.valueOf(question.splitDay()));
    }

    /** {@return who did it in the days after the split day, by their numbers of now} */
    RoaringBitmap did(TagQuestion question, Bounds limit) {
        return members(
                limit,
                """
                SELECT coalesce(a.into_no, d.member_no) AS member_no
                FROM member_day d JOIN event_name n USING (event_no) LEFT JOIN member_alias a USING (member_no)
                WHERE n.event = ? AND d.day > ? AND d.day <= ?
                GROUP BY 1 HAVING sum(d.n) >= ? AND coalesce(sum(d.amount), 0) >= ?""",
                question.event(),
                Date.valueOf(question.splitDay()),
                Date.valueOf(question.splitDay().plusDays(question.days())),
                question.atLeast(),
                question.amount());
    }

    /** {@return all merges; one look at them serves all tags} */
    Merges merges(Bounds limit) {
        Map<Integer, Integer> into = new HashMap<>();
        RoaringBitmap merged = new RoaringBitmap();
        ask(limit, "SELECT member_no, into_no FROM member_alias", row -> {
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

    private RoaringBitmap members(Bounds limit, String sql, Object... values) {
        RoaringBitmap members = new RoaringBitmap();
        ask(limit, sql, row -> members.add(row.getInt(1)), values);
        members.runOptimize();
        return members;
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void ask(Bounds limit, String sql, Row taker, Object... values) {
        try (Connection connection = mart.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            limit.watch(statement);
            try (ResultSet rows = statement.executeQuery()) {
                for (int read = 1; rows.next(); read++) {
                    taker.take(rows);
                    if (read % ROWS_UNWATCHED == 0) {
                        limit.check();
                    }
                }
            } finally {
                limit.unwatch(statement);
            }
        } catch (SQLException e) {
            throw limit.trouble(e);
        }
    }
}
