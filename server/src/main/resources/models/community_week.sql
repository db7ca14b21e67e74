-- community_week: how did a community do, week by week?
-- inputs: community_run, calendar_week, community_birth, community_membership, community_member_week, community_order_week, community_member_value
-- grain:  one row per community and ISO week since its first; the week of the run is complete only if the run is its Sunday
-- kept:   mart
-- active_share: of those who belonged to it at any time of the week, who did something in it.
WITH came AS (
    SELECT s.community_no, w.week_no, count(*) AS joined
    FROM community_membership s
    JOIN calendar_week w ON w.week = CAST(date_trunc('week', s.from_day) AS DATE)
    GROUP BY s.community_no, w.week_no
),
went AS (
    SELECT s.community_no, w.week_no, count(*) AS gone
    FROM community_membership s
    JOIN calendar_week w ON w.week = CAST(date_trunc('week', s.until_day) AS DATE)
    GROUP BY s.community_no, w.week_no
),
deeds AS (
    SELECT community_no, week_no, count(*) AS active_members, sum(messages) AS messages, sum(content) AS content
    FROM community_member_week
    GROUP BY community_no, week_no
),
ordered AS (
    SELECT community_no, week_no, sum(orders) AS orders, sum(spend) AS spend
    FROM community_order_week
    GROUP BY community_no, week_no
),
counted AS (
    SELECT b.community_no, b.week_no, b.week, b.age,
           coalesce(c.joined, 0) AS joined, coalesce(g.gone, 0) AS gone,
           sum(coalesce(c.joined, 0) - coalesce(g.gone, 0))
               OVER (PARTITION BY b.community_no ORDER BY b.week_no) AS members
    FROM community_birth b
    LEFT JOIN came c ON c.community_no = b.community_no AND c.week_no = b.week_no
    LEFT JOIN went g ON g.community_no = b.community_no AND g.week_no = b.week_no
)
SELECT c.community_no, c.week_no, c.week, c.age,
       c.week_no <= run.last_full_no                             AS complete,
       CAST(c.members AS INTEGER)                                AS members,
       CAST(c.joined AS INTEGER)                                 AS joined,
       CAST(c.gone AS INTEGER)                                   AS gone,
       CAST(c.members + c.gone AS INTEGER)                       AS belonged,
       CAST(coalesce(d.active_members, 0) AS INTEGER)            AS active_members,
       CASE WHEN c.members + c.gone > 0
            THEN CAST(coalesce(d.active_members, 0) AS DOUBLE) / (c.members + c.gone) ELSE 0 END AS active_share,
       CAST(coalesce(d.messages, 0) AS BIGINT)                   AS messages,
       CAST(coalesce(d.content, 0) AS BIGINT)                    AS content,
       CAST(coalesce(o.orders, 0) AS BIGINT)                     AS orders,
       CAST(coalesce(o.spend, 0) AS DECIMAL(18,2))               AS spend,
       v.value,
       CAST(coalesce(v.high_value_members, 0) AS INTEGER)        AS high_value_members
FROM counted c
CROSS JOIN community_run run
LEFT JOIN deeds d ON d.community_no = c.community_no AND d.week_no = c.week_no
LEFT JOIN ordered o ON o.community_no = c.community_no AND o.week_no = c.week_no
LEFT JOIN community_member_value v ON v.community_no = c.community_no AND v.week_no = c.week_no
ORDER BY c.community_no, c.week_no
