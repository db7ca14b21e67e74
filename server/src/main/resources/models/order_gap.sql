-- order_gap: how are the times before the first order, and between orders, distributed?
-- inputs: member_score, member_order
-- grain:  kind (FIRST: joining to first order, NEXT: order to next order), days
-- kept:   mart
SELECT 'FIRST' AS kind, days_between(joined_day, first_order_day) AS days, count(*) AS times
FROM member_score
WHERE first_order_day IS NOT NULL
GROUP BY 1, 2
UNION ALL
SELECT 'NEXT' AS kind, days_between(previous_day, day) AS days, count(*) AS times
FROM member_order
WHERE orders > 0 AND previous_day IS NOT NULL
GROUP BY 1, 2
