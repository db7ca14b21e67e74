-- mover: whose value has risen or fallen most in the last :mover_days days?
-- inputs: member_score, mover_event
-- grain:  member, at most :movers who rose and :movers who fell
-- kept:   mart
-- before is what a run of :mover_days days ago would have found, by the model and the facts of today.
WITH summed AS (
    SELECT
        member_no,
        greatest(sum(CASE WHEN dimension = 1 THEN micro_then ELSE 0.0 END), 0.0) / 1000000.0 AS raw_consumption,
        greatest(sum(CASE WHEN dimension = 2 THEN micro_then ELSE 0.0 END), 0.0) / 1000000.0 AS raw_content,
        greatest(sum(CASE WHEN dimension = 3 THEN micro_then ELSE 0.0 END), 0.0) / 1000000.0 AS raw_interaction,
        greatest(sum(CASE WHEN dimension = 4 THEN micro_then ELSE 0.0 END), 0.0) / 1000000.0 AS raw_social
    FROM mover_event
    GROUP BY member_no
),
scored AS (
    SELECT
        member_no,
        score_of(raw_consumption, :consumption_scale) AS consumption_before,
        score_of(raw_content, :content_scale) AS content_before,
        score_of(raw_interaction, :interaction_scale) AS interaction_before,
        score_of(raw_social, :social_scale) AS social_before
    FROM summed
),
moved AS (
    SELECT
        s.member_no, s.value, s.consumption, s.content, s.interaction, s.social,
        b.consumption_before, b.content_before, b.interaction_before, b.social_before,
        round(:consumption_weight * b.consumption_before + :content_weight * b.content_before
            + :interaction_weight * b.interaction_before + :social_weight * b.social_before, 4) AS value_before
    FROM member_score AS s
    JOIN scored AS b ON b.member_no = s.member_no
)
SELECT *
FROM (SELECT * FROM moved WHERE value > value_before ORDER BY value - value_before DESC, member_no LIMIT :movers) AS risen
UNION ALL
SELECT *
FROM (SELECT * FROM moved WHERE value < value_before ORDER BY value_before - value DESC, member_no LIMIT :movers) AS fallen
