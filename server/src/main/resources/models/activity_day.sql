-- activity_day: how many members were active on a day, and within the 30 days up to it; who bought, who joined?
-- inputs: member_fact, member_order
-- grain:  day, the last 90 up to :as_of, without gaps
-- kept:   mart
-- Members with the same 120-day calendar are counted together first; a day is one bit of it, a month thirty.
WITH span AS (
    SELECT days_ago, day_before(:as_of, days_ago) AS day
    FROM (SELECT 10 * tens + ones AS days_ago
          FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8)) AS a (tens)
          CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS b (ones)) AS numbered
),
pattern AS (
    SELECT recent_days, older_days, count(*) AS members
    FROM member_fact
    WHERE recent_days <> 0 OR older_days <> 0
    GROUP BY 1, 2
),
seen AS (
    SELECT
        s.days_ago,
        sum(CASE WHEN days_from(recent_days, older_days, s.days_ago, 1) <> 0 THEN members ELSE 0 END) AS active,
        sum(CASE WHEN days_from(recent_days, older_days, s.days_ago, 30) <> 0 THEN members ELSE 0 END) AS active_month
    FROM pattern
    CROSS JOIN span AS s
    GROUP BY s.days_ago
),
bought AS (
    SELECT o.days_ago, sum(o.orders) AS orders, sum(o.spend) AS spend
    FROM member_order AS o
    JOIN member_fact AS f ON f.member_no = o.member_no
    WHERE o.days_ago < 90
    GROUP BY o.days_ago
),
joined AS (
    SELECT days_between(joined_day, :as_of) AS days_ago, count(*) AS members
    FROM member_fact
    GROUP BY 1
)
SELECT
    s.day,
    CAST(coalesce(a.active, 0) AS BIGINT) AS active,
    CAST(coalesce(a.active_month, 0) AS BIGINT) AS active_month,
    CAST(coalesce(b.orders, 0) AS BIGINT) AS orders,
    CAST(coalesce(b.spend, 0) AS DECIMAL(18, 2)) AS spend,
    coalesce(j.members, 0) AS new_members
FROM span AS s
LEFT JOIN seen AS a ON a.days_ago = s.days_ago
LEFT JOIN bought AS b ON b.days_ago = s.days_ago
LEFT JOIN joined AS j ON j.days_ago = s.days_ago
