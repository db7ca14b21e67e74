package io.guanxi.journey.engine;

import io.guanxi.identity.MemberRelations;
import io.guanxi.journey.graph.Until;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets all who came to a wait rest there until their own time: one statement a node. */
final class Waits {

    private static final String LOCAL_DAY = "(entered_at AT TIME ZONE :zone)::date";

    private final JdbcClient postgres;

    Waits(JdbcClient postgres) {
        this.postgres = postgres;
    }

    void rest(int node, Until until, Moment moment) {
        switch (until) {
            case Until.Span span ->
                set("at + make_interval(secs => :seconds)", node, moment)
                        .param("seconds", (double) span.length().toSeconds())
                        .update();
            case Until.Event event ->
                set("at + make_interval(secs => :seconds)", node, moment)
                        .param("seconds", (double) event.within().length().toSeconds())
                        .update();
            case Until.Day day ->
                set("(" + LOCAL_DAY + " + :day + :time::time) AT TIME ZONE :zone", node, moment)
                        .param("day", day.day())
                        .param("time", day.at().toString())
                        .update();
            case Until.Time time ->
                set("""
                        CASE WHEN ((at AT TIME ZONE :zone)::date + :time::time) AT TIME ZONE :zone > at
                             THEN ((at AT TIME ZONE :zone)::date + :time::time) AT TIME ZONE :zone
                             ELSE ((at AT TIME ZONE :zone)::date + 1 + :time::time) AT TIME ZONE :zone END""", node, moment).param("time", time.at().toString()).update();
            case Until.Date date -> date(node, date, moment);
        }
    }

    private JdbcClient.StatementSpec set(String due, int node, Moment moment) {
        return postgres.sql("UPDATE moving SET rest = 1, due_at = " + due + " WHERE node = :node AND rest = 0")
                .param("node", node)
                .param("zone", moment.zone().getId());
    }

    /** Who has no such date, or for whom it is over, keeps {@code due_at} null: the wait is missed. */
    private void date(int node, Until.Date date, Moment moment) {
        String years = date.yearly()
                ? "generate_series(extract(year FROM at)::integer - extract(year FROM said.day)::integer - 1, "
                        + "extract(year FROM at)::integer - extract(year FROM said.day)::integer + 2)"
                : "generate_series(0, 0)";
        postgres.sql("""
                        UPDATE moving SET rest = 1, due_at = (
                            SELECT min(due) FROM (
                                SELECT ((said.day + make_interval(years => y))::date + :days + :time::time)
                                       AT TIME ZONE :zone AS due
                                FROM (SELECT CASE WHEN pg_input_is_valid(left(t.value, 10), 'date')
                                                  THEN left(t.value, 10)::date END AS day
                                      FROM %s t WHERE t.member_no = moving.member_no) said, %s y
                                WHERE said.day BETWEEN '1800-01-01' AND '2300-01-01') possible
                            WHERE due > at)
                        WHERE node = :node AND rest = 0
                        """.formatted(MemberRelations.trait(":trait"), years))
                .param("trait", date.trait())
                .param("days", date.days())
                .param("time", date.at().toString())
                .param("zone", moment.zone().getId())
                .param("node", node)
                .update();
    }

    /** Those whose time is there already leave at once; those without a time missed it. */
    void passOver(Moment moment) {
        postgres.sql(
                        "UPDATE moving SET rest = 3, at = greatest(at, due_at), due_at = NULL WHERE rest = 1 AND due_at <= ?")
                .param(moment.at())
                .update();
    }
}
