-- community_outlook: when will a community fall below the line?
-- inputs: community_run, community_week, community_measure, community_line, community_fit, community_forecast
-- grain:  one row per measure and community
-- kept:   mart
WITH now AS (
    SELECT 'VALUE' AS measure, w.community_no, w.members, w.value AS y
    FROM community_week w
    WHERE w.week_no = 0
    UNION ALL
    SELECT 'ACTIVITY' AS measure, w.community_no, w.members, f.active_share AS y
    FROM community_week w
    CROSS JOIN community_run run
    LEFT JOIN community_week f ON f.community_no = w.community_no AND f.week_no = run.last_full_no
    WHERE w.week_no = 0
),
known AS (
    SELECT m.measure, m.community_no, count(*) AS full_weeks
    FROM community_measure m
    CROSS JOIN community_run run
    WHERE m.week_no > run.last_full_no - 8
    GROUP BY m.measure, m.community_no
),
crossing AS (
    SELECT c.measure, c.community_no,
           min(CASE WHEN c.expected < l.line THEN c.ahead END) AS weeks,
           min(CASE WHEN c.expected < l.line THEN c.week END)  AS week,
           min(CASE WHEN c.low < l.line THEN c.week END)       AS earliest_week,
           min(CASE WHEN c.high < l.line THEN c.week END)      AS latest_week
    FROM community_forecast c
    JOIN community_line l ON l.measure = c.measure
    GROUP BY c.measure, c.community_no
),
judged AS (
    SELECT n.measure, n.community_no, l.line, coalesce(k.full_weeks, 0) AS fitted_weeks,
           f.slope, f.own_slope, f.pooled_slope, c.weeks, c.week, c.earliest_week, c.latest_week,
           CASE
               WHEN n.members = 0 OR n.y IS NULL THEN 'EMPTY'
               WHEN n.y < l.line THEN 'BELOW'
               WHEN f.slope IS NULL THEN 'TOO_YOUNG'
               WHEN c.weeks IS NOT NULL THEN 'WITHIN'
               WHEN f.slope >= 0 THEN 'RISING'
               ELSE 'BEYOND'
           END AS verdict
    FROM now n
    JOIN community_line l ON l.measure = n.measure
    LEFT JOIN known k ON k.measure = n.measure AND k.community_no = n.community_no
    LEFT JOIN community_fit f ON f.measure = n.measure AND f.community_no = n.community_no AND f.origin = 0
    LEFT JOIN crossing c ON c.measure = n.measure AND c.community_no = n.community_no
)
SELECT measure, community_no, verdict, line, CAST(fitted_weeks AS INTEGER) AS fitted_weeks,
       exp(slope) - 1 AS weekly_change, exp(own_slope) - 1 AS own_weekly_change, exp(pooled_slope) - 1 AS pooled_weekly_change,
       CASE WHEN verdict = 'WITHIN' THEN weeks END AS weeks,
       CASE WHEN verdict = 'WITHIN' THEN week END AS week,
       CASE WHEN verdict IN ('WITHIN', 'BEYOND', 'RISING') THEN earliest_week END AS earliest_week,
       CASE WHEN verdict = 'WITHIN' THEN latest_week END AS latest_week
FROM judged
