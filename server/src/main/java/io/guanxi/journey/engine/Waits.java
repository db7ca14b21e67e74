package io.guanxi.journey.engine;

import io.guanxi.identity.MemberRelations;
import io.guanxi.journey.engine.MemberZones.Known;
import io.guanxi.journey.graph.Until;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets all who came to a wait rest there until their own time: one statement a node, and one that asks for their zones. */
final class Waits {

    private static final String ZONE = "{zone}";

    private static final String DAY =
            "((entered_at AT TIME ZONE {zone})::date + :day + :time::time) AT TIME ZONE {zone}";

    private static final String TIME = """
            CASE WHEN ((at AT TIME ZONE {zone})::date + :time::time) AT TIME ZONE {zone} > at
                 THEN ((at AT TIME ZONE {zone})::date + :time::time) AT TIME ZONE {zone}
                 ELSE ((at AT TIME ZONE {zone})::date + 1 + :time::time) AT TIME ZONE {zone} END""";

    private final JdbcClient postgres;
    private final MemberZones zones;

    Waits(JdbcClient postgres) {
        this.postgres = postgres;
        this.zones = new MemberZones(postgres);
    }

    void rest(int node, Until until, Moment moment) {
        switch (until) {
            case Until.Span span -> lasting(node, span);
            case Until.Event event -> lasting(node, event.within());
            case Until.Day day ->
                local(node, DAY, moment)
                        .param("day", day.day())
                        .param("time", day.at().toString())
                        .update();
            case Until.Time time ->
                local(node, TIME, moment).param("time", time.at().toString()).update();
            case Until.Date date -> date(node, date, moment);
        }
    }

    private void lasting(int node, Until.Span span) {
        postgres.sql("""
                        UPDATE moving SET rest = 1, due_at = at + make_interval(secs => :seconds)
                        WHERE node = :node AND rest = 0""")
                .param("seconds", (double) span.length().toSeconds())
                .param("node", node)
                .update();
    }

    /** Who has no such date, or for whom it is over, keeps {@code due_at} null: the wait is missed. */
    private void date(int node, Until.Date date, Moment moment) {
        String years = date.yearly()
                ? "generate_series(extract(year FROM at)::integer - extract(year FROM said.day)::integer - 1, "
                        + "extract(year FROM at)::integer - extract(year FROM said.day)::integer + 2)"
                : "generate_series(0, 0)";
        local(node, """
                        (SELECT min(due) FROM (
                             SELECT ((said.day + make_interval(years => y))::date + :days + :time::time)
                                    AT TIME ZONE {zone} AS due
                             FROM (SELECT CASE WHEN pg_input_is_valid(left(t.value, 10), 'date')
                                               THEN left(t.value, 10)::date END AS day
                                   FROM %s t WHERE t.member_no = moving.member_no) said, %s y
                             WHERE said.day BETWEEN '1800-01-01' AND '2300-01-01') possible
                         WHERE due > at)""".formatted(MemberRelations.trait(":trait"), years), moment)
                .param("trait", date.trait())
                .param("days", date.days())
                .param("time", date.at().toString())
                .update();
    }

    /** The statement that lets them rest until a time of theirs, whose words speak of {@link #ZONE}: the member's, else the brand's. */
    private JdbcClient.StatementSpec local(int node, String due, Moment moment) {
        String brand = moment.zone().getId();
        Known known = zones.of(node);
        if (known.none()) {
            return postgres.sql("UPDATE moving SET rest = 1, due_at = " + due.replace(ZONE, ":zone")
                            + " WHERE node = :node AND rest = 0")
                    .param("zone", brand)
                    .param("node", node);
        }
        return postgres.sql("""
                        UPDATE moving SET rest = 1, due_at = %s
                        FROM (SELECT m.ctid AS place, coalesce(
                                  (SELECT z.zone FROM %s t JOIN unnest(:said::text[], :zones::text[]) AS z (said, zone)
                                       ON z.said = t.value
                                   WHERE t.member_no = m.member_no), :zone) AS zone
                              FROM moving m WHERE m.node = :node AND m.rest = 0) own
                        WHERE moving.ctid = own.place""".formatted(due.replace(ZONE, "own.zone"), MemberZones.SAID))
                .param("said", known.said())
                .param("zones", known.zones())
                .param("zone", brand)
                .param("node", node);
    }

    /** Those whose time is there already leave at once; those without a time missed it. */
    void passOver(Moment moment) {
        postgres.sql(
                        "UPDATE moving SET rest = 3, at = greatest(at, due_at), due_at = NULL WHERE rest = 1 AND due_at <= ?")
                .param(moment.at())
                .update();
    }
}
