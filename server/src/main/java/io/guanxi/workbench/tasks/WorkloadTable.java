package io.guanxi.workbench.tasks;

import io.guanxi.access.Colleagues;
import io.guanxi.platform.Brand;
import io.guanxi.workbench.tasks.Workload.GuideLimit;
import io.guanxi.workbench.tasks.Workload.Overflow;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code workload} and {@code guide_workload}, and what they mean for tasks that were just opened. */
@Component
class WorkloadTable {

    private static final String LIMITS = """
            limits AS (
                SELECT guide, coalesce(g.tasks_a_day, w.tasks_a_day) AS most
                FROM unnest(:guides::text[]) AS guide CROSS JOIN workload w LEFT JOIN guide_workload g USING (guide)
                WHERE coalesce(g.tasks_a_day, w.tasks_a_day) IS NOT NULL),
            loads AS (
                SELECT l.guide, l.most, count(t.id) AS load
                FROM limits l LEFT JOIN guide_task t ON t.owner = l.guide AND t.id <= :before
                    AND t.withdrawn IS NULL AND (t.outcome IS NULL OR t.done_at >= :today)
                GROUP BY l.guide, l.most)
            """;

    private final JdbcClient postgres;
    private final Colleagues colleagues;
    private final Brand brand;

    WorkloadTable(JdbcClient postgres, Colleagues colleagues, Brand brand) {
        this.postgres = postgres;
        this.colleagues = colleagues;
        this.brand = brand;
    }

    Workload get() {
        List<GuideLimit> guides = postgres.sql("SELECT guide, tasks_a_day FROM guide_workload ORDER BY guide")
                .query((row, _) -> new GuideLimit(row.getString(1), row.getInt(2)))
                .list();
        return postgres.sql("SELECT tasks_a_day, overflow FROM workload")
                .query((row, _) ->
                        new Workload(row.getObject(1, Integer.class), Overflow.valueOf(row.getString(2)), guides))
                .single();
    }

    void set(Workload workload) {
        postgres.sql("UPDATE workload SET tasks_a_day = :most, overflow = :overflow")
                .param("most", workload.tasksADay(), Types.INTEGER)
                .param("overflow", workload.overflow().name())
                .update();
        postgres.sql("DELETE FROM guide_workload").update();
        postgres.sql("INSERT INTO guide_workload SELECT * FROM unnest(:guides::text[], :limits::integer[])")
                .param(
                        "guides",
                        workload.guides().stream().map(GuideLimit::guide).toArray(String[]::new))
                .param(
                        "limits",
                        workload.guides().stream().map(GuideLimit::tasksADay).toArray(Integer[]::new))
                .update();
    }

    /** {@return the highest number of a task so far} */
    long last() {
        return postgres.sql("SELECT coalesce(max(id), 0) FROM guide_task")
                .query(Long.class)
                .single();
    }

    /**
     * Spreads the tasks that were opened after one, in the transaction that opened them: what is over a guide's day goes to
     * others, if that is wanted and they have room, and else to the guide's next days.
     *
     * @param before number of the last task before them
     * @param now when they were opened
     */
    void spread(long before, Instant now) {
        Workload workload = get();
        if (workload.tasksADay() == null && workload.guides().isEmpty()) {
            return;
        }
        if (workload.overflow() == Overflow.OTHER_GUIDE) {
            toOthers(before, now);
        }
        toNextDays(before, now);
    }

    /** Free places in the order of how much room a guide has, each taken by one task that is over. */
    private void toOthers(long before, Instant now) {
        given(before, now, "WITH " + LIMITS + """
                , numbered AS (
                    SELECT t.id, l.most, l.load + row_number() OVER (PARTITION BY t.owner ORDER BY t.id) AS number
                    FROM guide_task t JOIN loads l ON l.guide = t.owner WHERE t.id > :before AND t.outcome IS NULL),
                over AS (
                    SELECT id, row_number() OVER (ORDER BY id) AS place FROM numbered WHERE number > most),
                taken AS (
                    SELECT owner AS guide, count(*) AS new FROM guide_task WHERE id > :before GROUP BY owner),
                free AS (
                    SELECT l.guide, row_number() OVER (ORDER BY l.most - l.load - coalesce(k.new, 0) - slot DESC, l.guide) AS place
                    FROM loads l LEFT JOIN taken k USING (guide)
                    CROSS JOIN LATERAL generate_series(0, l.most - l.load - coalesce(k.new, 0) - 1) AS slot)
                UPDATE guide_task t SET owner = free.guide FROM over JOIN free USING (place) WHERE t.id = over.id
                """).update();
    }

    /** The n-th task is for the day on which n tasks are reached; who has no days at all keeps none. */
    private void toNextDays(long before, Instant now) {
        given(before, now, "WITH " + LIMITS + """
                , numbered AS (
                    SELECT t.id, l.most, l.load + row_number() OVER (PARTITION BY t.owner ORDER BY t.id) AS number
                    FROM guide_task t JOIN loads l ON l.guide = t.owner WHERE t.id > :before AND t.outcome IS NULL),
                later AS (
                    SELECT id, most, (:day::date + ((number - 1) / nullif(most, 0))::integer)::timestamp AT TIME ZONE :zone AS from_then
                    FROM numbered WHERE number > most)
                UPDATE guide_task t
                SET snoozed_until = l.from_then, due_at = coalesce(l.from_then + interval '1 day', t.due_at),
                    owner = CASE WHEN l.most > 0 THEN t.owner END
                FROM later l WHERE t.id = l.id
                """)
                .param("day", brand.dayOf(now))
                .param("zone", brand.zone().getId())
                .update();
    }

    private JdbcClient.StatementSpec given(long before, Instant now, String sql) {
        LocalDate today = brand.dayOf(now);
        return postgres.sql(sql)
                .param("guides", colleagues.names().toArray(String[]::new))
                .param("before", before)
                .param(
                        "today",
                        OffsetDateTime.ofInstant(
                                today.atStartOfDay(brand.zone()).toInstant(), ZoneOffset.UTC));
    }
}
