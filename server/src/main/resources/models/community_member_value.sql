-- community_member_value: what were a community's members worth to it at the end of each week, weighted?
-- inputs: calendar_week, community_member, community_membership, community_sample, community_weight, member_value_week
-- grain:  community, ISO week of the last 27 at whose end somebody belonged to it; week 0 ends with :as_of
-- kept:   run
-- value = sum of weight * member value / sum of weight, both in whole millionths, so that no order of adding matters. Of past weeks only the sample is known; they are set in proportion
-- to week 0, where both the sample and everybody are (a ratio estimate). With every = 1 the proportion is 1.
WITH today AS (
    SELECT m.community_no,
           sum(m.weighted)                                                AS weighted,
           sum(m.weight)                                                  AS weights,
           sum(CASE WHEN m.member_no % s.every = 0 THEN m.weighted END)   AS sample_weighted,
           sum(CASE WHEN m.member_no % s.every = 0 THEN m.weight END)     AS sample_weights,
           sum(CASE WHEN m.value > :high_value THEN 1 ELSE 0 END)         AS high_value_members,
           max(s.every)                                                   AS every
    FROM (
        SELECT community_no, member_no, value,
               CAST(round(1000000.0 * weight) AS BIGINT)         AS weight,
               CAST(round(1000000.0 * weight * value) AS BIGINT) AS weighted
        FROM community_member
        WHERE belongs
    ) AS m
    CROSS JOIN community_sample AS s
    GROUP BY m.community_no
),
stay AS (
    SELECT m.community_no, m.member_no, b.week_no AS from_no, u.week_no AS until_no, s.every
    FROM community_membership AS m
    JOIN community_sample AS s ON m.member_no % s.every = 0
    JOIN calendar_week AS b ON b.week = CAST(date_trunc('week', m.from_day) AS DATE)
    LEFT JOIN calendar_week AS u ON u.week = CAST(date_trunc('week', m.until_day) AS DATE)
),
past AS (
    SELECT s.community_no, w.week_no,
           sum(CAST(round(1000000.0 * coalesce(g.weight, 1.0) * coalesce(v.value, 0.0)) AS BIGINT)) AS weighted,
           sum(CAST(round(1000000.0 * coalesce(g.weight, 1.0)) AS BIGINT))                          AS weights,
           sum(CASE WHEN v.value > :high_value THEN 1 ELSE 0 END)   AS high_value_members,
           max(s.every)                                             AS every
    FROM stay AS s
    JOIN calendar_week AS w ON w.week_no BETWEEN -26 AND -1
        AND w.week_no >= s.from_no AND (s.until_no IS NULL OR w.week_no < s.until_no)
    LEFT JOIN community_weight AS g
        ON g.community_no = s.community_no AND g.member_no = s.member_no AND g.week_no = w.week_no
    LEFT JOIN member_value_week AS v ON v.member_no = s.member_no AND v.week_no = w.week_no
    GROUP BY s.community_no, w.week_no
)
SELECT community_no, 0 AS week_no, round(weighted / weights, 4) AS value, high_value_members
FROM today
UNION ALL
SELECT p.community_no, p.week_no,
       round(p.weighted / p.weights * coalesce(CASE
           WHEN t.every > 1 THEN (t.weighted / t.weights) / nullif(t.sample_weighted / t.sample_weights, 0.0) END, 1.0), 4) AS value,
       p.high_value_members * p.every AS high_value_members
FROM past AS p
LEFT JOIN today AS t ON t.community_no = p.community_no
