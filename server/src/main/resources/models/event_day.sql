-- event_day: what does one occurrence of an event on a day count for, seen from the end of :as_of?
-- inputs: member_day (its days only), event_rule (the value model, by event number)
-- grain:  event, day
-- kept:   run
-- The half-life is applied here, some thousand times, and not once for every row of member_day. micropoints are whole
-- millionths of a point. The bit columns mark the day (bit 0 = :as_of) and the calendar month (bit 0 = the month of :as_of)
-- in which a signal was given: or-ed together they are a member's calendar, 120 days in two words and 60 months in one.
WITH calendar AS (
    SELECT
        day,
        days_between(day, :as_of) AS days_ago,
        months_between_days(day, :as_of) AS months_ago
    FROM (SELECT DISTINCT day FROM member_day WHERE day <= :as_of) AS seen
)
SELECT
    e.event_no,
    c.day,
    e.dimension,
    e.daily_cap,
    round(1000000.0 * e.points * power(2.0, -c.days_ago / e.half_life_days)) AS micropoints,
    e.is_refund,
    1000000.0 * e.points_per_amount * power(2.0, -c.days_ago / e.half_life_days) AS micropoints_per_amount,
    bit_at(CASE WHEN e.is_active THEN c.days_ago END) AS recent_days,
    bit_at(CASE WHEN e.is_active THEN c.days_ago - 60 END) AS older_days,
    bit_at(CASE WHEN e.is_active THEN c.months_ago END) AS active_months,
    bit_at(CASE WHEN e.is_interest THEN c.months_ago END) AS interest_months,
    bit_at(CASE WHEN e.is_advocacy THEN c.months_ago END) AS advocacy_months
FROM event_rule AS e
CROSS JOIN calendar AS c
