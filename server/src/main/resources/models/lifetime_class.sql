-- lifetime_class: how many buyers are how likely to be still there, and what is to come of them?
-- inputs: member_lifetime, member_score
-- grain:  stage, layer, tenth of p_alive
-- kept:   mart
SELECT
    s.stage,
    s.layer,
    CAST(least(9, floor(l.p_alive * 10.0)) AS INTEGER) AS alive_tenth,
    count(*) AS members,
    CAST(round(sum(CAST(l.p_alive AS DECIMAL(18, 4))), 2) AS DOUBLE) AS alive,
    CAST(round(sum(CAST(l.orders_30 AS DECIMAL(18, 4))), 2) AS DOUBLE) AS orders_30,
    CAST(round(sum(CAST(l.orders_90 AS DECIMAL(18, 4))), 2) AS DOUBLE) AS orders_90,
    CAST(round(sum(CAST(l.orders_365 AS DECIMAL(18, 4))), 2) AS DOUBLE) AS orders_365,
    CAST(sum(l.spend_30) AS DECIMAL(18, 2)) AS spend_30,
    CAST(sum(l.spend_90) AS DECIMAL(18, 2)) AS spend_90,
    CAST(sum(l.spend_365) AS DECIMAL(18, 2)) AS spend_365
FROM member_lifetime AS l
JOIN member_score AS s ON s.member_no = l.member_no
GROUP BY s.stage, s.layer, CAST(least(9, floor(l.p_alive * 10.0)) AS INTEGER)
