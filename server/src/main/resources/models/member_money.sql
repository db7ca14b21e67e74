-- member_money: what does the money of each member's events count for?
-- inputs: member_day, event_day
-- grain:  member (who has an event whose money counts)
-- kept:   run
-- raw(dimension) = sum of points_per_amount * amount * decay, rounded to whole millionths of a point for every row.
SELECT
    member_no,
    sum(CASE WHEN dimension = 1 THEN micropoints ELSE 0.0 END) AS micro_consumption,
    sum(CASE WHEN dimension = 2 THEN micropoints ELSE 0.0 END) AS micro_content,
    sum(CASE WHEN dimension = 3 THEN micropoints ELSE 0.0 END) AS micro_interaction,
    sum(CASE WHEN dimension = 4 THEN micropoints ELSE 0.0 END) AS micro_social
FROM (
    SELECT d.member_no, e.dimension, money_points(d.amount, e.is_refund, e.micropoints_per_amount) AS micropoints
    FROM member_day AS d
    JOIN event_day AS e ON e.event_no = d.event_no AND e.day = d.day
    WHERE d.day <= :as_of AND d.amount IS NOT NULL AND e.micropoints_per_amount <> 0
) AS paid
GROUP BY member_no
