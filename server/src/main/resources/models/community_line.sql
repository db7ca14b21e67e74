-- community_line: where runs the line between golden and silver period, and from what activity on does a community count as asleep?
-- inputs: community_week
-- grain:  one row per measure
-- kept:   mart
-- By percentile, silver are the lowest :golden_line per cent by value, never more of them; equal values are treated alike, so a tie
-- across the limit is golden. The line lies midway between the best silver and the poorest golden community.
-- By an absolute line, silver are those below :golden_line.
WITH placed AS (
    SELECT value, count(*) OVER (ORDER BY value) AS up_to_here, count(*) OVER () AS of_all
    FROM community_week w
    WHERE w.week_no = 0 AND w.value IS NOT NULL
),
edge AS (
    SELECT max(CASE WHEN p.up_to_here * 100 <= :golden_line * p.of_all THEN p.value END) AS best_silver,
           min(CASE WHEN p.up_to_here * 100 > :golden_line * p.of_all THEN p.value END)  AS poorest_golden
    FROM placed p
)
SELECT 'VALUE' AS measure,
       CASE WHEN :golden_line_is_absolute = 1 THEN :golden_line
            ELSE (coalesce(e.best_silver, e.poorest_golden) + e.poorest_golden) / 2 END AS line
FROM edge e
UNION ALL
SELECT 'ACTIVITY' AS measure, :activity_line AS line
