-- member_order: on which days did each member order, for how much, and how long after the order before?
-- inputs: member_day, event_rule, member
-- grain:  member, day with an order or a refund
-- kept:   run
-- spend is completed minus refunded (a refund counts by its size, whether it was sent as 50 or as -50); orders is 0 on a
-- day that only brought a refund. orders_within counts the orders of this day and the :repeat_days days before it.
SELECT
    member_no,
    day,
    orders,
    spend,
    max(CASE WHEN orders > 0 THEN day END) OVER (
        PARTITION BY member_no ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS previous_day,
    sum(orders) OVER (
        PARTITION BY member_no ORDER BY day_no
        RANGE BETWEEN :repeat_days PRECEDING AND CURRENT ROW) AS orders_within
FROM (
    SELECT
        d.member_no,
        d.day,
        -days_between(d.day, :as_of) AS day_no,
        CAST(sum(CASE WHEN e.is_order THEN d.n ELSE 0 END) AS INTEGER) AS orders,
        CAST(coalesce(sum(CASE WHEN e.is_order THEN d.amount ELSE -abs(d.amount) END), 0) AS DECIMAL(18, 2)) AS spend
    FROM member_day AS d
    JOIN event_rule AS e ON e.event_no = d.event_no
    JOIN member AS m ON m.member_no = d.member_no
    WHERE d.day <= :as_of AND (e.is_order OR e.is_refund)
    GROUP BY d.member_no, d.day
) AS bought
