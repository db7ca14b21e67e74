-- community_life: how lively are communities at a given age?
-- inputs: community_week
-- grain:  one row per age in full weeks which at least one community has lived through
-- kept:   mart
SELECT age, count(*) AS communities,
       round(avg(active_share), 9)                                    AS active_share,
       percentile_cont(0.1) WITHIN GROUP (ORDER BY active_share)      AS low,
       percentile_cont(0.9) WITHIN GROUP (ORDER BY active_share)      AS high,
       round(avg(CASE WHEN belonged > 0 THEN CAST(messages AS DOUBLE) / belonged ELSE 0 END), 9) AS messages_per_member
FROM community_week
WHERE complete
GROUP BY age
ORDER BY age
