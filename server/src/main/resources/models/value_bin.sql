-- value_bin: how are the values distributed?
-- inputs: member_score
-- grain:  bin of five points of value: 0 holds 0 to below 5, 19 holds 95 to 100
-- kept:   mart
SELECT CAST(least(floor(value / 5.0), 19) AS INTEGER) AS bin, count(*) AS members
FROM member_score
GROUP BY 1
