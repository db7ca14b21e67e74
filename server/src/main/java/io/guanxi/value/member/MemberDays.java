package io.guanxi.value.member;

import io.guanxi.identity.MemberSearch;
import io.guanxi.lake.Lake;
import io.guanxi.platform.Brand;
import io.guanxi.value.LateData;
import io.guanxi.value.ScoringRun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lays one member's rows of the roll-up in front of everybody's, so that the models of a run can be made of them alone. */
@Component
class MemberDays {

    private final Lake lake;
    private final MemberSearch search;
    private final Brand brand;

    MemberDays(Lake lake, MemberSearch search, Brand brand) {
        this.lake = lake;
        this.search = search;
        this.brand = brand;
    }

    /**
     * Makes the temporary table {@code member_day}, as the run saw it.
     *
     * @param sql a connection to the mart of the caller's own
     * @param no a live member
     * @param run the run
     */
    void lay(JdbcClient sql, int no, ScoringRun run) {
        lay(sql, no, run, null);
    }

    /**
     * The same with the rows of one event only.
     *
     * @param sql a connection to the mart of the caller's own
     * @param no a live member
     * @param run the run
     * @param event the event's name, or null for all
     */
    void lay(JdbcClient sql, int no, ScoringRun run, @Nullable String event) {
        List<Integer> numbers = search.numbersOf(no);
        if (run.lateData() == LateData.EXCLUDE) {
            seen(sql, numbers, event, run.asOf());
        } else {
            known(sql, numbers, event);
        }
    }

    /** {@return the moment before which events must have arrived to be seen by a run that leaves late data out}
     *
     * @param asOf the run's day
     */
    Instant end(LocalDate asOf) {
        return asOf.plusDays(1).atStartOfDay(brand.zone()).toInstant();
    }

    /** The member's part of the roll-up, at its grain also where a batch came since the last fold. */
    private static void known(JdbcClient sql, List<Integer> numbers, @Nullable String event) {
        sql.sql("""
                        CREATE TEMP TABLE member_day AS
                        SELECT day, event_no, CAST(sum(n) AS INTEGER) AS n, CAST(sum(amount) AS DECIMAL(18, 2)) AS amount
                        FROM main.member_day
                        WHERE member_no IN (:numbers)
                          AND (:every OR event_no IN (SELECT event_no FROM event_name WHERE event = :event))
                        GROUP BY day, event_no""")
                .param("numbers", numbers)
                .param("every", event == null)
                .param("event", event == null ? "" : event)
                .update();
    }

    /** The same from the lake, without what had not arrived by the end of the run's day. */
    private void seen(JdbcClient sql, List<Integer> numbers, @Nullable String event, LocalDate asOf) {
        Set<LocalDate> days = new HashSet<>(sql.sql("""
                        SELECT DISTINCT day FROM main.member_day
                        WHERE member_no IN (:numbers) AND day <= :asOf
                          AND (:every OR event_no IN (SELECT event_no FROM event_name WHERE event = :event))""")
                .param("numbers", numbers)
                .param("asOf", asOf)
                .param("every", event == null)
                .param("event", event == null ? "" : event)
                .query(LocalDate.class)
                .list());
        sql.sql("""
                        CREATE TEMP TABLE member_day AS
                        SELECT e.day, n.event_no, CAST(count(*) AS INTEGER) AS n,
                               CAST(sum(%s) AS DECIMAL(18, 2)) AS amount
                        FROM %s AS e JOIN event_name AS n ON n.event = e.event
                        WHERE e.member_no IN (:numbers) AND e.received_at < CAST(:end AS TIMESTAMPTZ)
                          AND (:every OR e.event = :event)
                        GROUP BY e.day, n.event_no""".formatted(brand.money("e"), lake.relation(days::contains)))
                .param("numbers", numbers)
                .param("end", end(asOf).toString())
                .param("every", event == null)
                .param("event", event == null ? "" : event)
                .update();
    }
}
