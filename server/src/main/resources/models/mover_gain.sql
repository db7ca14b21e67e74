-- mover_gain: what did the last :mover_days days bring to each member?
-- inputs: member_day, event_day
-- grain:  member (who did anything in these days)
-- kept:   run
-- In whole millionths of a point, as member_activity and member_money count them.
SELECT
    member_no,
    sum(CASE WHEN dimension = 1 THEN deeds ELSE 0.0 END) AS deeds_consumption,
    sum(CASE WHEN dimension = 2 THEN deeds ELSE 0.0 END) AS deeds_content,
    sum(CASE WHEN dimension = 3 THEN deeds ELSE 0.0 END) AS deeds_interaction,
    sum(CASE WHEN dimension = 4 THEN deeds ELSE 0.0 END) AS deeds_social,
    sum(CASE WHEN dimension = 1 THEN money ELSE 0.0 END) AS money_consumption,
    sum(CASE WHEN dimension = 2 THEN money ELSE 0.0 END) AS money_content,
    sum(CASE WHEN dimension = 3 THEN money ELSE 0.0 END) AS money_interaction,
    sum(CASE WHEN dimension = 4 THEN money ELSE 0.0 END) AS money_social
FROM (
    SELECT
        d.member_no, e.dimension,
        least(d.n, e.daily_cap) * e.micropoints AS deeds,
        coalesce(money_points(d.amount, e.is_refund, e.micropoints_per_amount), 0.0) AS money
    FROM member_day AS d
    JOIN event_day AS e ON e.event_no = d.event_no AND e.day = d.day
    WHERE d.day <= :as_of AND d.day > day_before(:as_of, :mover_days) AND e.dimension > 0
) AS counted
GROUP BY member_no
