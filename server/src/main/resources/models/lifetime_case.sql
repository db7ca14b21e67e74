-- lifetime_case: how often did each buyer come back, when last, and for how long have they been known?
-- inputs: member_order
-- grain:  member (who has ordered)
-- kept:   mart
-- Days are counted from the first day with an order. All orders of a day are one. repeat_spend is what was spent on the days after
-- the first, less what was refunded on them; it may be nothing or less.
SELECT
    member_no,
    CAST(count(CASE WHEN orders > 0 AND previous_day IS NOT NULL THEN 1 END) AS INTEGER) AS repeats,
    CAST(days_between(min(CASE WHEN orders > 0 THEN day END), max(CASE WHEN orders > 0 THEN day END)) AS INTEGER) AS last_days,
    CAST(days_between(min(CASE WHEN orders > 0 THEN day END), :as_of) AS INTEGER) AS age_days,
    CAST(coalesce(sum(CASE WHEN previous_day IS NOT NULL THEN spend END), 0) AS DECIMAL(18, 2)) AS repeat_spend
FROM member_order
GROUP BY member_no
HAVING max(orders) > 0
