-- activity_day: how many members were active on a day, and within the 30 days up to it; who bought, who joined?
-- inputs: activity_channel
-- grain:  day, the last 90 up to :as_of, without gaps
-- kept:   mart
WITH span AS (
    SELECT days_ago, day_before(:as_of, days_ago) AS day
    FROM (SELECT 10 * tens + ones AS days_ago
          FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8)) AS a (tens)
          CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS b (ones)) AS numbered
)
SELECT
    s.day,
    CAST(coalesce(sum(c.active), 0) AS BIGINT) AS active,
    CAST(coalesce(sum(c.active_month), 0) AS BIGINT) AS active_month,
    CAST(coalesce(sum(c.orders), 0) AS BIGINT) AS orders,
    CAST(coalesce(sum(c.spend), 0) AS DECIMAL(18, 2)) AS spend,
    CAST(coalesce(sum(c.new_members), 0) AS BIGINT) AS new_members
FROM span AS s
LEFT JOIN activity_channel AS c ON c.day = s.day
GROUP BY s.day
