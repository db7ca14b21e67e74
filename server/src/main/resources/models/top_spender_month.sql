-- top_spender_month: what share of the month's spend comes from its top tier, and who of them stays (连钻率)?
-- inputs: member_order
-- grain:  month of :month_days days, counted back from :as_of (0 = the one that ends there)
-- kept:   mart
-- retained counts those of the tier who were in the tier of the month before too.
WITH monthly AS (
    SELECT member_no, CAST(floor(days_between(day, :as_of) / :month_days) AS INTEGER) AS months_ago, sum(spend) AS spend
    FROM member_order
    WHERE days_between(day, :as_of) < 13 * :month_days
    GROUP BY 1, 2
    HAVING sum(spend) > 0
),
whole AS (
    SELECT
        months_ago, count(*) AS buyers, sum(spend) AS spend,
        -percentile_disc(:tier_share) WITHIN GROUP (ORDER BY -spend) AS line
    FROM monthly
    GROUP BY months_ago
),
tier AS (
    SELECT m.member_no, m.months_ago, m.spend
    FROM monthly AS m
    JOIN whole AS w ON w.months_ago = m.months_ago
    WHERE m.spend >= w.line
)
SELECT
    w.months_ago,
    w.buyers,
    CAST(w.spend AS DECIMAL(18, 2)) AS spend,
    CAST(w.line AS DECIMAL(18, 2)) AS line,
    t.members,
    CAST(t.spend AS DECIMAL(18, 2)) AS tier_spend,
    t.retained,
    b.members AS members_before
FROM whole AS w
JOIN (
    SELECT t.months_ago, count(*) AS members, sum(t.spend) AS spend, count(p.member_no) AS retained
    FROM tier AS t
    LEFT JOIN tier AS p ON p.member_no = t.member_no AND p.months_ago = t.months_ago + 1
    GROUP BY t.months_ago
) AS t ON t.months_ago = w.months_ago
LEFT JOIN (SELECT months_ago, count(*) AS members FROM tier GROUP BY months_ago) AS b ON b.months_ago = w.months_ago + 1
WHERE w.months_ago < 12
