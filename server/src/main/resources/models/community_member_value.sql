-- community_member_value: what were a community's members worth to it at the end of each week, weighted?
-- inputs: calendar_week, community_membership, community_sample, community_weight, member_value_week
-- grain:  community, ISO week of the last 27 at whose end somebody belonged to it; week 0 ends with :as_of
-- kept:   run
-- value = sum of weight * member value / sum of weight. Of past weeks only the sample is known; they are set in proportion
-- to week 0, where both the sample and everybody are (a ratio estimate). With every = 1 the proportion is 1.
WITH stay AS (
    SELECT m.community_no, m.member_no, b.week_no AS from_no, u.week_no AS until_no, m.member_no % s.every = 0 AS sampled,
           s.every
    FROM community_membership AS m
    CROSS JOIN community_sample AS s
    JOIN calendar_week AS b ON b.week = CAST(date_trunc('week', m.from_day) AS DATE)
    LEFT JOIN calendar_week AS u ON u.week = CAST(date_trunc('week', m.until_day) AS DATE)
),
summed AS (
    SELECT s.community_no, w.week_no,
           sum(coalesce(g.weight, 1.0) * coalesce(v.value, 0.0))                                    AS weighted,
           sum(coalesce(g.weight, 1.0))                                                             AS weights,
           sum(CASE WHEN s.sampled THEN coalesce(g.weight, 1.0) * coalesce(v.value, 0.0) END)       AS sample_weighted,
           sum(CASE WHEN s.sampled THEN coalesce(g.weight, 1.0) END)                                AS sample_weights,
           sum(CASE WHEN v.value > :high_value THEN 1 ELSE 0 END)              AS high_value_members,
           max(s.every)                                                                             AS every
    FROM stay AS s
    JOIN calendar_week AS w ON w.week_no BETWEEN -26 AND 0
        AND w.week_no >= s.from_no AND (s.until_no IS NULL OR w.week_no < s.until_no)
    LEFT JOIN community_weight AS g
        ON g.community_no = s.community_no AND g.member_no = s.member_no AND g.week_no = w.week_no
    LEFT JOIN member_value_week AS v ON v.member_no = s.member_no AND v.week_no = w.week_no
    WHERE w.week_no = 0 OR s.sampled
    GROUP BY s.community_no, w.week_no
),
today AS (
    SELECT community_no,
           CASE WHEN every = 1 THEN 1.0
                ELSE (weighted / weights) / nullif(sample_weighted / sample_weights, 0.0) END AS proportion
    FROM summed
    WHERE week_no = 0
)
SELECT s.community_no, s.week_no,
       round(CASE WHEN s.week_no = 0 THEN weighted / weights
                  ELSE sample_weighted / sample_weights * coalesce(t.proportion, 1.0) END, 4) AS value,
       CASE WHEN s.week_no = 0 THEN high_value_members ELSE high_value_members * every END    AS high_value_members
FROM summed AS s
LEFT JOIN today AS t ON t.community_no = s.community_no
