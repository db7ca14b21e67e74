-- member_class: how many members stand where, and what have they spent?
-- inputs: member_score
-- grain:  stage, layer, level, whether of high value, whether a top spender now and a month before
-- kept:   mart
-- A few hundred rows from which the pyramid, the stages, the layers and the top tier are added up.
SELECT
    stage, layer, level, high_value, top_spender, top_spender_before,
    count(*) AS members,
    CAST(sum(CAST(value AS DECIMAL(18, 4))) AS DECIMAL(18, 4)) AS value,
    CAST(sum(orders) AS BIGINT) AS orders,
    CAST(sum(CASE WHEN orders > 0 THEN 1 ELSE 0 END) AS BIGINT) AS buyers,
    CAST(sum(spend) AS DECIMAL(18, 2)) AS spend,
    CAST(sum(tier_spend) AS DECIMAL(18, 2)) AS tier_spend
FROM member_score
GROUP BY 1, 2, 3, 4, 5, 6
