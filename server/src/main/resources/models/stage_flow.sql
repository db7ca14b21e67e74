-- stage_flow: how many members moved from which stage to which, month by month?
-- inputs: member_score
-- grain:  month, stage at the end of the month before (null: had not joined), stage at the end of the month
-- kept:   mart
-- The twelve months up to that of :as_of. Members who hold the stages through the same months are counted together first.
WITH pattern AS (
    SELECT
        least(months_between_days(joined_day, :as_of), 13) AS joined_months_ago,
        bits_from(interest_held, 0, 13) AS interest_held,
        bits_from(purchase_held, 0, 13) AS purchase_held,
        bits_from(loyalty_held, 0, 13) AS loyalty_held,
        count(*) AS members
    FROM member_score
    GROUP BY 1, 2, 3, 4
)
SELECT
    months_ago,
    CASE WHEN joined_months_ago > months_ago
        THEN stage_at(interest_held, purchase_held, loyalty_held, months_ago + 1) END AS from_stage,
    stage_at(interest_held, purchase_held, loyalty_held, months_ago) AS to_stage,
    CAST(sum(members) AS BIGINT) AS members
FROM pattern
CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11)) AS span (months_ago)
WHERE joined_months_ago >= months_ago
GROUP BY 1, 2, 3
