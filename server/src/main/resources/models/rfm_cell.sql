-- rfm_cell: how many members stand in each cell of RFM, and what have they spent?
-- inputs: member_score
-- grain:  r, f, m (buyers of the window only)
-- kept:   mart
SELECT
    r, f, m,
    count(*) AS members,
    CAST(sum(monetary) AS DECIMAL(18, 2)) AS monetary
FROM member_score
WHERE r IS NOT NULL
GROUP BY r, f, m
