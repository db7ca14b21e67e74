-- stage_flow: how many members moved from which stage to which, month by month?
-- inputs: member_fact
-- grain:  month, stage at the end of the month before (null: had not joined), stage at the end of the month
-- kept:   mart
-- The twelve months up to that of :as_of. Members with the same calendar of signals are counted together first.
WITH pattern AS (
    SELECT
        months_between_days(joined_day, :as_of) AS joined_months_ago,
        interest_months, advocacy_months, order_months, repeat_months,
        count(*) AS members
    FROM (
        SELECT
            joined_day,
            bits_from(interest_months, 0, 36) AS interest_months, bits_from(advocacy_months, 0, 36) AS advocacy_months,
            bits_from(order_months, 0, 36) AS order_months, bits_from(repeat_months, 0, 36) AS repeat_months
        FROM member_fact
    ) AS cut
    GROUP BY 1, 2, 3, 4, 5
)
SELECT
    months_ago,
    CASE WHEN joined_months_ago > months_ago
        THEN stage_at(interest_months, advocacy_months, order_months, repeat_months, months_ago + 1) END AS from_stage,
    stage_at(interest_months, advocacy_months, order_months, repeat_months, months_ago) AS to_stage,
    CAST(sum(members) AS BIGINT) AS members
FROM pattern
CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11)) AS span (months_ago)
WHERE joined_months_ago >= months_ago
GROUP BY 1, 2, 3
