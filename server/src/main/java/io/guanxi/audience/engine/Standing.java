package io.guanxi.audience.engine;

import io.guanxi.value.ValueModel;
import io.guanxi.value.ValueModel.LayerRules;
import io.guanxi.value.ValueModel.StageRules;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * AIPL stage and relationship layer of everybody at the end of a day, from what they had done by then: the rules of
 * {@code models/member_history.sql}, for all members and one day, by the value model of the run that is shown. One pass over
 * the roll-up up to that day.
 */
final class Standing {

    /** Calendar months that a model looks back, the day's own included. */
    private static final int MONTHS_KEPT = 60;

    private final Ground ground;
    private final LocalDate on;

    Standing(Ground ground, LocalDate on) {
        this.ground = ground;
        this.on = on;
    }

    /**
     * {@return a relation: member_no, stage, layer; of those who had joined by then}
     *
     * @param memberDay days of members
     * @param joined the day on which each member joined
     */
    String of(String memberDay, String joined) {
        ValueModel model = ground.model();
        StageRules stages = model.stages();
        StageRules.Loyalty loyalty = stages.loyalty();
        LayerRules layers = model.layers();
        String ordered = "d.event_no = " + ground.eventNo("Order Completed");
        String active = "d.event_no NOT IN (" + numbers(model.passive()) + ")";
        return """
            (SELECT j.member_no,
                    CASE WHEN p.member_no IS NOT NULL OR (a.bought AND a.advocated) THEN 'LOYALTY'
                         WHEN a.bought THEN 'PURCHASE'
                         WHEN a.interested THEN 'INTEREST'
                         ELSE 'AWARENESS' END AS stage,
                    CASE WHEN a.active IS NOT TRUE THEN 'NEW'
                         WHEN a.active_days < %d THEN 'ACTING'
                         WHEN a.recent_orders < %d THEN 'ACTIVE'
                         ELSE 'LOYAL' END AS layer
             FROM %s j
             LEFT JOIN (
                 SELECT d.member_no,
                        bool_or(%s AND d.day >= %s) AS active,
                        bit_count(coalesce(bit_or(CASE WHEN %s AND d.day > %s
                            THEN CAST(1 AS BIGINT) << CAST(%s - d.day AS INTEGER) END), 0)) AS active_days,
                        bool_or(d.event_no IN (%s) AND d.day >= %s) AS interested,
                        bool_or(d.event_no IN (%s) AND d.day >= %s) AS advocated,
                        bool_or(%s AND d.day >= %s) AS bought,
                        coalesce(sum(d.n) FILTER (%s AND d.day > %s), 0) AS recent_orders
                 FROM %s d WHERE d.day <= %s GROUP BY d.member_no) a ON a.member_no = j.member_no
             LEFT JOIN (
                 SELECT DISTINCT member_no
                 FROM (SELECT d.member_no, d.day, sum(sum(d.n)) OVER (PARTITION BY d.member_no ORDER BY d.day
                           RANGE BETWEEN INTERVAL %d DAYS PRECEDING AND CURRENT ROW) AS orders
                       FROM %s d WHERE %s AND d.day <= %s AND d.day >= %s GROUP BY d.member_no, d.day)
                 WHERE orders >= %d AND day >= %s) p ON p.member_no = j.member_no
             WHERE j.joined_day <= %s)""".formatted(
                        layers.activeDays(),
                        layers.orders(),
                        joined,
                        active,
                        months(MONTHS_KEPT),
                        active,
                        day(on.minusDays(layers.withinDays())),
                        day(on),
                        numbers(stages.interest().events()),
                        months(stages.interest().months()),
                        numbers(loyalty.advocacy()),
                        months(loyalty.months()),
                        ordered,
                        months(stages.purchase().months()),
                        ordered,
                        day(on.minusDays(layers.ordersWithinDays())),
                        memberDay,
                        day(on),
                        loyalty.withinDays(),
                        memberDay,
                        ordered,
                        day(on),
                        day(first(loyalty.months()).minusDays(loyalty.withinDays())),
                        loyalty.orders(),
                        months(loyalty.months()),
                        day(on));
    }

    /** The first day on which a signal that counts so many calendar months still counts. */
    private LocalDate first(int months) {
        return on.withDayOfMonth(1).minusMonths(months - 1L);
    }

    private String months(int months) {
        return day(first(months));
    }

    private static String day(LocalDate day) {
        return "DATE '" + day + "'";
    }

    private String numbers(Collection<String> events) {
        return events.isEmpty()
                ? "-1"
                : events.stream()
                        .map(name -> String.valueOf(ground.eventNo(name)))
                        .collect(Collectors.joining(", "));
    }
}
