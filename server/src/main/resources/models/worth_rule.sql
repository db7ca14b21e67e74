-- worth_rule: what does one occurrence of an event on a day count for, seen from the end of each of some days?
-- inputs: member_day (its days only), event_rule, worth_day (the days asked for), worth_without (events that do not count)
-- grain:  day asked for, event, day
-- kept:   run
-- Made when a report asks for it, never by a run. The half-life and the rounding are those of event_day.
SELECT
    w.day AS seen,
    e.event_no,
    s.day,
    e.dimension,
    e.daily_cap,
    e.is_refund,
    round(1000000.0 * e.points * power(2.0, -days_between(s.day, w.day) / e.half_life_days)) AS micropoints,
    1000000.0 * e.points_per_amount * power(2.0, -days_between(s.day, w.day) / e.half_life_days) AS micropoints_per_amount
FROM event_rule AS e
CROSS JOIN (SELECT DISTINCT day FROM member_day WHERE day <= :as_of) AS s
JOIN worth_day AS w ON w.day >= s.day
WHERE e.dimension > 0 AND e.event NOT IN (SELECT event FROM worth_without)
