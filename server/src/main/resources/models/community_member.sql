-- community_member: what does each member do in a community these four weeks, and how much does it count in the community's value?
-- inputs: community_membership, community_member_week, community_order_week, member_score
-- grain:  one row per community and member, also past ones; figures of the week of the run and the three before it
-- kept:   mart
-- weight = 1 + ln(1 + contributions): who carries the talk counts more, nobody's voice drowns the rest, and the silent still
-- count 1, because they too may buy.
WITH stay AS (
    SELECT community_no, member_no, min(from_day) AS since,
           max(CASE WHEN until_day IS NULL THEN 1 ELSE 0 END) = 1 AS belongs
    FROM community_membership
    GROUP BY community_no, member_no
),
deeds AS (
    SELECT a.community_no, a.member_no, sum(a.messages) AS messages, sum(a.content) AS content
    FROM community_member_week a
    WHERE a.week_no > -4
    GROUP BY a.community_no, a.member_no
),
ordered AS (
    SELECT o.community_no, o.member_no, sum(o.orders) AS orders, sum(o.spend) AS spend
    FROM community_order_week o
    WHERE o.week_no > -4
    GROUP BY o.community_no, o.member_no
)
SELECT s.community_no, s.member_no, s.since, s.belongs,
       CAST(coalesce(d.messages, 0) AS BIGINT)                              AS messages,
       CAST(coalesce(d.content, 0) AS BIGINT)                               AS content,
       CAST(coalesce(d.messages, 0) + coalesce(d.content, 0) AS BIGINT)     AS contributions,
       CAST(coalesce(o.orders, 0) AS BIGINT)                                AS orders,
       CAST(coalesce(o.spend, 0) AS DECIMAL(18,2))                          AS spend,
       coalesce(m.value, 0)                                                 AS value,
       1.0 + ln(1.0 + coalesce(d.messages, 0) + coalesce(d.content, 0))     AS weight
FROM stay s
LEFT JOIN deeds d ON d.community_no = s.community_no AND d.member_no = s.member_no
LEFT JOIN ordered o ON o.community_no = s.community_no AND o.member_no = s.member_no
LEFT JOIN member_score m ON m.member_no = s.member_no
ORDER BY s.community_no, s.member_no
