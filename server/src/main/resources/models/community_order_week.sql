-- community_order_week: what did the members of a community order, wherever they ordered it, while they belonged to it?
-- inputs: calendar_week, community_membership, event_name, member_day
-- grain:  one row per community, member and ISO week with an order or a refund
-- kept:   run
-- An order of somebody in three communities counts in each of them: the figures of communities do not add up to the brand's.
SELECT s.community_no, s.member_no, w.week_no,
       sum(CASE WHEN e.event = 'Order Completed' THEN d.n ELSE 0 END)               AS orders,
       sum(CASE WHEN e.event = 'Order Completed' THEN d.amount ELSE -d.amount END)  AS spend
FROM member_day d
JOIN event_name e ON e.event_no = d.event_no AND e.event IN ('Order Completed', 'Order Refunded')
JOIN community_membership s ON s.member_no = d.member_no
    AND d.day >= s.from_day AND (s.until_day IS NULL OR d.day <= s.until_day)
JOIN calendar_week w ON w.week = CAST(date_trunc('week', d.day) AS DATE)
WHERE d.day <= :as_of
GROUP BY s.community_no, s.member_no, w.week_no
