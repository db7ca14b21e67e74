-- stage_median: what does the middle member of each stage look like?
-- inputs: member_score
-- grain:  stage
-- kept:   mart
-- Half of the stage's members have no more than the median of a figure, for each figure by itself.
SELECT
    stage,
    count(*) AS members,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY value) AS value,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY consumption) AS consumption,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY content) AS content,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY interaction) AS interaction,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY social) AS social
FROM member_score
GROUP BY stage
