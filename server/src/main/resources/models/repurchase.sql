-- repurchase: who buys again, and after how long?
-- inputs: member_score, member_order
-- grain:  channel
-- kept:   mart
-- repeat_buyers ordered at least twice. interval_days is the median time between two days with an order, first_order_days
-- the median time from joining to the first order (the first-order cycle).
SELECT
    b.channel, b.members, b.buyers, b.repeat_buyers, b.first_order_days, i.intervals, i.interval_days, i.mean_interval_days
FROM (
    SELECT
        channel,
        count(*) AS members,
        count(first_order_day) AS buyers,
        count(CASE WHEN orders > 1 THEN 1 END) AS repeat_buyers,
        CAST(median(days_between(joined_day, first_order_day)) AS DOUBLE) AS first_order_days
    FROM member_score
    GROUP BY channel
) AS b
LEFT JOIN (
    SELECT
        f.channel,
        count(*) AS intervals,
        CAST(median(days_between(o.previous_day, o.day)) AS DOUBLE) AS interval_days,
        round(avg(days_between(o.previous_day, o.day)), 4) AS mean_interval_days
    FROM member_order AS o
    JOIN member_score AS f ON f.member_no = o.member_no
    WHERE o.orders > 0 AND o.previous_day IS NOT NULL
    GROUP BY f.channel
) AS i ON i.channel IS NOT DISTINCT FROM b.channel
