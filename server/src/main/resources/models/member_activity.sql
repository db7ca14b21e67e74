-- member_activity: what has each member done up to :as_of, and how much of it still counts?
-- inputs: member_day, event_day
-- grain:  member (who has at least one event)
-- kept:   run
-- The one pass over all of member_day, by ranges of members so that the groups stay near the processor.
-- raw(dimension) = sum of points * min(n, cap) * decay, in whole millionths of a point: sums of whole numbers do not depend on
-- the order in which they are added, so the same facts give the same score to the last digit, on any number of threads. (A
-- DOUBLE holds them exactly up to 9 * 10^15.) What money counts for is in member_money.
SELECT
    d.member_no,
    min(d.first_ts) AS first_seen,
    max(d.last_ts) AS last_seen,
    min(d.day) AS first_day,
    sum(CASE WHEN e.dimension = 1 THEN least(d.n, e.daily_cap) * e.micropoints ELSE 0.0 END) AS micro_consumption,
    sum(CASE WHEN e.dimension = 2 THEN least(d.n, e.daily_cap) * e.micropoints ELSE 0.0 END) AS micro_content,
    sum(CASE WHEN e.dimension = 3 THEN least(d.n, e.daily_cap) * e.micropoints ELSE 0.0 END) AS micro_interaction,
    sum(CASE WHEN e.dimension = 4 THEN least(d.n, e.daily_cap) * e.micropoints ELSE 0.0 END) AS micro_social,
    bit_or(e.recent_days) AS recent_days,
    bit_or(e.older_days) AS older_days,
    bit_or(e.active_months) AS active_months,
    bit_or(e.interest_months) AS interest_months,
    bit_or(e.advocacy_months) AS advocacy_months
FROM member_day AS d
JOIN event_day AS e ON e.event_no = d.event_no AND e.day = d.day
WHERE d.day <= :as_of AND d.member_no BETWEEN :member_from AND :member_to
GROUP BY d.member_no
