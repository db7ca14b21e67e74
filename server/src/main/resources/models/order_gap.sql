-- order_gap: how are the times before the first order, and between orders, distributed?
-- inputs: member_fact, member_order
-- grain:  kind (FIRST: joining to first order, NEXT: order to next order), days
-- kept:   mart
SELECT 'FIRST' AS kind, days_between(joined_day, first_order_day) AS days, count(*) AS times
FROM member_fact
WHERE first_order_day IS NOT NULL
GROUP BY 1, 2
UNION ALL
SELECT 'NEXT' AS kind, days_between(o.previous_day, o.day) AS days, count(*) AS times
FROM member_order AS o
JOIN member_fact AS f ON f.member_no = o.member_no
WHERE o.orders > 0 AND o.previous_day IS NOT NULL
GROUP BY 1, 2
