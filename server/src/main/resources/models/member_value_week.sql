-- member_value_week: what was each community member of the sample worth at the end of each past week?
-- inputs: calendar_week, community_sampled, member_day, event_rule
-- grain:  member of the sample, ISO week of the last 26 before that of :as_of
-- kept:   run
-- The formula of member_value at the Sundays of the last 26 weeks: raw = sum of points * 2^(-days / half-life). What a week
-- brought (the first of them: what all before it brought) is decayed to its Sunday once, and from there on by whole weeks.
-- What is added up are whole millionths of a point, so that no order of adding matters. The value of today is that of member_score.
WITH brought AS (
    SELECT d.member_no, greatest(w.week_no, -26) AS week_no, e.dimension, e.half_life_days,
           sum(CAST(round((1000000.0 * least(d.n, e.daily_cap) * e.points
                   + coalesce(money_points(d.amount, e.is_refund, 1000000.0 * e.points_per_amount), 0.0))
               * power(2.0, -(6.0 - days_between(w.week, d.day) + 7.0 * (greatest(w.week_no, -26) - w.week_no))
                   / e.half_life_days)) AS BIGINT)) AS micro
    FROM (
        SELECT member_no, day, event_no, n, amount
        FROM member_day
        WHERE day <= :as_of AND member_no IN (SELECT member_no FROM community_sampled)
    ) AS d
    JOIN event_rule AS e ON e.event_no = d.event_no AND e.dimension > 0
    JOIN calendar_week AS w ON w.week = CAST(date_trunc('week', d.day) AS DATE) AND w.week_no < 0
    GROUP BY d.member_no, greatest(w.week_no, -26), e.dimension, e.half_life_days
),
decayed AS (
    SELECT b.member_no, w.week_no, b.dimension,
           CAST(round(b.micro * power(2.0, -7.0 * (w.week_no - b.week_no) / b.half_life_days)) AS BIGINT) AS micro_left
    FROM brought AS b
    JOIN calendar_week AS w ON w.week_no >= b.week_no AND w.week_no BETWEEN -26 AND -1
),
kept AS (
    SELECT b.member_no, b.week_no,
           sum(CASE WHEN b.dimension = 1 THEN b.micro_left ELSE 0 END) / 1000000.0 AS consumption,
           sum(CASE WHEN b.dimension = 2 THEN b.micro_left ELSE 0 END) / 1000000.0 AS content,
           sum(CASE WHEN b.dimension = 3 THEN b.micro_left ELSE 0 END) / 1000000.0 AS interaction,
           sum(CASE WHEN b.dimension = 4 THEN b.micro_left ELSE 0 END) / 1000000.0 AS social
    FROM decayed AS b
    GROUP BY b.member_no, b.week_no
)
SELECT member_no, week_no,
       round(100.0 * (:consumption_weight * (1.0 - exp(-greatest(consumption, 0.0) / :consumption_scale))
           + :content_weight * (1.0 - exp(-greatest(content, 0.0) / :content_scale))
           + :interaction_weight * (1.0 - exp(-greatest(interaction, 0.0) / :interaction_scale))
           + :social_weight * (1.0 - exp(-greatest(social, 0.0) / :social_scale))), 4) AS value
FROM kept
