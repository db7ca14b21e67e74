-- member_value_week: what was each community member worth at the end of each week?
-- inputs: calendar_week, community_membership, community_sample, member_day, event_rule, member_score
-- grain:  member who ever belonged to a community (of past weeks, those in the sample), ISO week; week 0 ends with :as_of
-- kept:   run
-- The formula of member_value at earlier days: raw = sum of points * 2^(-days / half-life). What a week brought is decayed
-- to its own Sunday once, and from there on by whole weeks. Week 0 is read from member_score.
WITH belonging AS (
    SELECT m.member_no
    FROM (SELECT DISTINCT member_no FROM community_membership) AS m
    CROSS JOIN community_sample AS s
    WHERE m.member_no % s.every = 0
),
brought AS (
    SELECT d.member_no, w.week_no, e.dimension, e.half_life_days,
           sum((least(d.n, e.daily_cap) * e.points + coalesce(CAST(d.amount AS DOUBLE), 0.0) * e.points_per_amount)
               * power(2.0, -(6.0 - days_between(w.week, d.day)) / e.half_life_days)) AS raw
    FROM member_day AS d
    JOIN belonging AS b ON b.member_no = d.member_no
    JOIN event_rule AS e ON e.event_no = d.event_no AND e.dimension > 0
    JOIN calendar_week AS w ON w.week = CAST(date_trunc('week', d.day) AS DATE)
    WHERE d.day <= :as_of AND w.week_no < 0
    GROUP BY d.member_no, w.week_no, e.dimension, e.half_life_days
),
kept AS (
    SELECT b.member_no, w.week_no, b.dimension,
           sum(b.raw * power(2.0, -7.0 * (w.week_no - b.week_no) / b.half_life_days)) AS raw
    FROM brought AS b
    JOIN calendar_week AS w ON w.week_no >= b.week_no AND w.week_no < 0
    GROUP BY b.member_no, w.week_no, b.dimension
)
SELECT member_no, week_no,
       round(sum(CASE dimension
                     WHEN 1 THEN :consumption_weight * (1.0 - exp(-greatest(raw, 0.0) / :consumption_scale))
                     WHEN 2 THEN :content_weight * (1.0 - exp(-greatest(raw, 0.0) / :content_scale))
                     WHEN 3 THEN :interaction_weight * (1.0 - exp(-greatest(raw, 0.0) / :interaction_scale))
                     WHEN 4 THEN :social_weight * (1.0 - exp(-greatest(raw, 0.0) / :social_scale))
                     ELSE 0.0
                 END) * 100.0, 4) AS value
FROM kept
GROUP BY member_no, week_no
UNION ALL
SELECT m.member_no, 0 AS week_no, m.value
FROM (SELECT DISTINCT member_no FROM community_membership) AS c
JOIN member_score AS m ON m.member_no = c.member_no
