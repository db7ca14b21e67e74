-- community_order_week: what did the members of a community order, wherever they ordered it, while they belonged to it?
-- inputs: calendar_week, community_membership, member_order
-- grain:  community, member, ISO week with an order or a refund
-- kept:   run
-- An order of somebody in three communities counts in each of them: the figures of communities do not add up to the brand's.
SELECT s.community_no, s.member_no, w.week_no, sum(o.orders) AS orders, sum(o.spend) AS spend
FROM member_order o
JOIN community_membership s ON s.member_no = o.member_no
    AND o.day >= s.from_day AND (s.until_day IS NULL OR o.day <= s.until_day)
JOIN calendar_week w ON w.week = CAST(date_trunc('week', o.day) AS DATE)
GROUP BY s.community_no, s.member_no, w.week_no
