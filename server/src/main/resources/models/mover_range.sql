-- mover_range: how far may each value have risen or fallen in the last :mover_days days?
-- inputs: member_raw, mover_gain, event_rule
-- grain:  member
-- kept:   run
-- The value of everybody as of a week ago would cost another pass over all of member_day. Instead: what is left of the sums of
-- today without the gains of the week lay, a week ago, between itself (nothing decays) and itself times
-- 2 ^ (:mover_days / half-life) (all of it decays by the shortest half-life, of deeds and of money apart). That bounds how far
-- a value can have moved; those with the widest bounds are looked at exactly, in mover. How far below nothing refunds have
-- brought a sum is not known any more, so such a sum may have been nothing then as well.
WITH growth AS (
    SELECT
        power(2.0, :mover_days / coalesce(min(CASE WHEN dimension = 1 AND points <> 0 THEN half_life_days END), 1000000.0))
            AS deeds_consumption,
        power(2.0, :mover_days / coalesce(min(CASE WHEN dimension = 1 AND points_per_amount <> 0 THEN half_life_days END),
            1000000.0)) AS money_consumption,
        power(2.0, :mover_days / coalesce(min(CASE WHEN dimension = 2 AND points <> 0 THEN half_life_days END), 1000000.0))
            AS deeds_content,
        power(2.0, :mover_days / coalesce(min(CASE WHEN dimension = 2 AND points_per_amount <> 0 THEN half_life_days END),
            1000000.0)) AS money_content,
        power(2.0, :mover_days / coalesce(min(CASE WHEN dimension = 3 AND points <> 0 THEN half_life_days END), 1000000.0))
            AS deeds_interaction,
        power(2.0, :mover_days / coalesce(min(CASE WHEN dimension = 3 AND points_per_amount <> 0 THEN half_life_days END),
            1000000.0)) AS money_interaction,
        power(2.0, :mover_days / coalesce(min(CASE WHEN dimension = 4 AND points <> 0 THEN half_life_days END), 1000000.0))
            AS deeds_social,
        power(2.0, :mover_days / coalesce(min(CASE WHEN dimension = 4 AND points_per_amount <> 0 THEN half_life_days END),
            1000000.0)) AS money_social
    FROM event_rule
),
rest AS (
    SELECT
        a.member_no,
        a.raw_consumption,
        a.micro_consumption - coalesce(g.deeds_consumption, 0.0) AS deeds_consumption,
        1000000.0 * a.raw_consumption - a.micro_consumption - coalesce(g.money_consumption, 0.0) AS money_consumption,
        a.raw_content,
        a.micro_content - coalesce(g.deeds_content, 0.0) AS deeds_content,
        1000000.0 * a.raw_content - a.micro_content - coalesce(g.money_content, 0.0) AS money_content,
        a.raw_interaction,
        a.micro_interaction - coalesce(g.deeds_interaction, 0.0) AS deeds_interaction,
        1000000.0 * a.raw_interaction - a.micro_interaction - coalesce(g.money_interaction, 0.0) AS money_interaction,
        a.raw_social,
        a.micro_social - coalesce(g.deeds_social, 0.0) AS deeds_social,
        1000000.0 * a.raw_social - a.micro_social - coalesce(g.money_social, 0.0) AS money_social
    FROM member_raw AS a
    LEFT JOIN mover_gain AS g ON g.member_no = a.member_no
),
ranged AS (
    SELECT
        r.member_no,
        score_of(r.raw_consumption, :consumption_scale) AS consumption,
        CASE WHEN r.raw_consumption > 0.0 THEN greatest(least_before(r.deeds_consumption, w.deeds_consumption)
            + least_before(r.money_consumption, w.money_consumption), 0.0) / 1000000.0 ELSE 0.0 END AS least_consumption,
        greatest(most_before(r.deeds_consumption, w.deeds_consumption)
            + most_before(r.money_consumption, w.money_consumption), 0.0) / 1000000.0 AS most_consumption,
        score_of(r.raw_content, :content_scale) AS content,
        CASE WHEN r.raw_content > 0.0 THEN greatest(least_before(r.deeds_content, w.deeds_content)
            + least_before(r.money_content, w.money_content), 0.0) / 1000000.0 ELSE 0.0 END AS least_content,
        greatest(most_before(r.deeds_content, w.deeds_content)
            + most_before(r.money_content, w.money_content), 0.0) / 1000000.0 AS most_content,
        score_of(r.raw_interaction, :interaction_scale) AS interaction,
        CASE WHEN r.raw_interaction > 0.0 THEN greatest(least_before(r.deeds_interaction, w.deeds_interaction)
            + least_before(r.money_interaction, w.money_interaction), 0.0) / 1000000.0 ELSE 0.0 END AS least_interaction,
        greatest(most_before(r.deeds_interaction, w.deeds_interaction)
            + most_before(r.money_interaction, w.money_interaction), 0.0) / 1000000.0 AS most_interaction,
        score_of(r.raw_social, :social_scale) AS social,
        CASE WHEN r.raw_social > 0.0 THEN greatest(least_before(r.deeds_social, w.deeds_social)
            + least_before(r.money_social, w.money_social), 0.0) / 1000000.0 ELSE 0.0 END AS least_social,
        greatest(most_before(r.deeds_social, w.deeds_social)
            + most_before(r.money_social, w.money_social), 0.0) / 1000000.0 AS most_social
    FROM rest AS r
    CROSS JOIN growth AS w
),
bounded AS (
    SELECT
        member_no,
        :consumption_weight * (consumption - score_of(least_consumption, :consumption_scale))
            + :content_weight * (content - score_of(least_content, :content_scale))
            + :interaction_weight * (interaction - score_of(least_interaction, :interaction_scale))
            + :social_weight * (social - score_of(least_social, :social_scale)) AS rise_most,
        :consumption_weight * (score_of(most_consumption, :consumption_scale) - consumption)
            + :content_weight * (score_of(most_content, :content_scale) - content)
            + :interaction_weight * (score_of(most_interaction, :interaction_scale) - interaction)
            + :social_weight * (score_of(most_social, :social_scale) - social) AS fall_most
    FROM ranged
)
SELECT member_no, rise_most, fall_most FROM bounded
