-- member_purchase: what has each member bought up to :as_of?
-- inputs: member_order
-- grain:  member (who has at least one order or refund)
-- kept:   run
-- frequency and monetary look back :rfm_days; tier_spend is what the top tier is measured by, :tier_days up to :as_of, and
-- tier_spend_before the same as it stood :month_days earlier. repeat_months marks the months of a repeat order, that is
-- one which was at least the :repeat_orders-th within :repeat_days.
SELECT
    member_no,
    CAST(sum(orders) AS INTEGER) AS orders,
    CAST(sum(spend) AS DECIMAL(18, 2)) AS spend,
    min(CASE WHEN orders > 0 THEN day END) AS first_order_day,
    max(CASE WHEN orders > 0 THEN day END) AS last_order_day,
    CAST(sum(CASE WHEN days_ago < :rfm_days THEN orders ELSE 0 END) AS INTEGER) AS frequency,
    CAST(sum(CASE WHEN days_ago < :rfm_days THEN spend ELSE 0 END) AS DECIMAL(18, 2)) AS monetary,
    CAST(sum(CASE WHEN days_ago < :loyal_days THEN orders ELSE 0 END) AS INTEGER) AS recent_orders,
    CAST(sum(CASE WHEN days_ago < :tier_days THEN spend ELSE 0 END) AS DECIMAL(18, 2)) AS tier_spend,
    CAST(sum(CASE WHEN days_ago >= :month_days AND days_ago < :tier_days + :month_days THEN spend ELSE 0 END)
        AS DECIMAL(18, 2)) AS tier_spend_before,
    bit_or(bit_at(CASE WHEN orders > 0 THEN months_ago END)) AS order_months,
    bit_or(bit_at(CASE WHEN orders > 0 AND orders_within >= :repeat_orders THEN months_ago END)) AS repeat_months
FROM (
    SELECT o.*, days_between(day, :as_of) AS days_ago, months_between_days(day, :as_of) AS months_ago
    FROM member_order AS o
) AS dated
GROUP BY member_no
