-- member_activity: what has each member done up to :as_of, and how much of it still counts?
-- inputs: member_day, event_day
-- grain:  member (who has at least one event)
-- kept:   run
-- The one pass over member_day. raw(dimension) = sum of (points * min(n, cap) + points_per_amount * amount) * decay, in
-- whole millionths of a point: sums of whole numbers do not depend on the order in which they are added, so the same facts
-- give the same score to the last digit, on any number of threads. (A DOUBLE holds them exactly up to 9 * 10^15.)
SELECT
    member_no,
    min(first_ts) AS first_seen,
    max(last_ts) AS last_seen,
    min(day) AS first_day,
    sum(CASE WHEN dimension = 1 THEN micropoints ELSE 0.0 END) AS raw_consumption,
    sum(CASE WHEN dimension = 2 THEN micropoints ELSE 0.0 END) AS raw_content,
    sum(CASE WHEN dimension = 3 THEN micropoints ELSE 0.0 END) AS raw_interaction,
    sum(CASE WHEN dimension = 4 THEN micropoints ELSE 0.0 END) AS raw_social,
    bit_or(recent_days) AS recent_days,
    bit_or(older_days) AS older_days,
    bit_or(active_months) AS active_months,
    bit_or(interest_months) AS interest_months,
    bit_or(advocacy_months) AS advocacy_months
FROM (
    SELECT
        d.member_no, d.day, d.first_ts, d.last_ts, e.dimension,
        micropoints(d.n, e.daily_cap, e.points, d.amount, e.is_refund, e.points_per_amount) AS micropoints,
        e.recent_days, e.older_days, e.active_months, e.interest_months, e.advocacy_months
    FROM member_day AS d
    JOIN event_day AS e ON e.event_no = d.event_no AND e.day = d.day
    WHERE d.day <= :as_of
) AS counted
GROUP BY member_no
