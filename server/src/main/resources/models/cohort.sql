-- cohort: of those who joined in a month, how many were active, and how many bought, so many months later?
-- inputs: member_score
-- grain:  month of joining, channel, months since
-- kept:   mart
-- The last 24 months of joining. The month 0 is that of joining itself.
WITH pattern AS (
    SELECT
        months_between_days(joined_day, :as_of) AS joined_months_ago,
        channel,
        bits_from(active_months, 0, 25) AS active_months,
        bits_from(order_months, 0, 25) AS order_months,
        count(*) AS members
    FROM member_score
    WHERE months_between_days(joined_day, :as_of) < 24
    GROUP BY 1, 2, 3, 4
)
SELECT
    joined_months_ago,
    channel,
    joined_months_ago - months_ago AS months_since,
    CAST(sum(members) AS BIGINT) AS members,
    CAST(sum(CASE WHEN bits_from(active_months, months_ago, 1) = 1 THEN members ELSE 0 END) AS BIGINT) AS active,
    CAST(sum(CASE WHEN bits_from(order_months, months_ago, 1) = 1 THEN members ELSE 0 END) AS BIGINT) AS buyers
FROM pattern
CROSS JOIN (VALUES
    (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11),
    (12), (13), (14), (15), (16), (17), (18), (19), (20), (21), (22), (23)) AS span (months_ago)
WHERE joined_months_ago >= months_ago
GROUP BY 1, 2, 3
