-- member_value: what is each member worth?
-- inputs: member_fact
-- grain:  member
-- kept:   view
-- score(dimension) = 100 * (1 - exp(-raw / scale)), 0 to 100; value = sum of weight * score, the weights sum to one.
SELECT
    scored.*,
    round(:consumption_weight * consumption + :content_weight * content
        + :interaction_weight * interaction + :social_weight * social, 4) AS value,
    influence_of(content, interaction, social) AS influence
FROM (
    SELECT
        f.*,
        score_of(raw_consumption, :consumption_scale) AS consumption,
        score_of(raw_content, :content_scale) AS content,
        score_of(raw_interaction, :interaction_scale) AS interaction,
        score_of(raw_social, :social_scale) AS social
    FROM member_fact AS f
) AS scored
