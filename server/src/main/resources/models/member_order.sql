-- member_order: on which days did each member order, for how much, and how long after the order before?
-- inputs: member_day, event_rule
-- grain:  member, day with an order or a refund
-- kept:   run
-- spend is completed minus refunded (a refund counts by its size, whether it was sent as 50 or as -50); orders is 0 on a
-- day that only brought a refund. orders_within counts the orders of this day and the :repeat_days days before it.
SELECT
    member_no,
    day,
    days_ago,
    months_ago,
    orders,
    spend,
    max(CASE WHEN orders > 0 THEN day END) OVER (
        PARTITION BY member_no ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS previous_day,
    sum(orders) OVER (
        PARTITION BY member_no ORDER BY -days_ago
        RANGE BETWEEN :repeat_days PRECEDING AND CURRENT ROW) AS orders_within
FROM (
    SELECT
        d.member_no,
        d.day,
        days_between(d.day, :as_of) AS days_ago,
        months_between_days(d.day, :as_of) AS months_ago,
        CAST(sum(CASE WHEN e.is_order THEN d.n ELSE 0 END) AS INTEGER) AS orders,
        CAST(coalesce(sum(CASE WHEN e.is_order THEN d.amount ELSE -abs(d.amount) END), 0) AS DECIMAL(18, 2)) AS spend
    FROM member_day AS d
    JOIN event_rule AS e ON e.event_no = d.event_no
    WHERE d.day <= :as_of AND (e.is_order OR e.is_refund)
    GROUP BY d.member_no, d.day
) AS bought
