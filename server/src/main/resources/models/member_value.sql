-- member_value: what is each member worth?
-- inputs: member_fact
-- grain:  member
-- kept:   view
-- score(dimension) = 100 * (1 - exp(-raw / scale)), 0 to 100; value = sum of weight * score, the weights sum to one.
SELECT
    scored.*,
    round(:consumption_weight * consumption + :content_weight * content
        + :interaction_weight * interaction + :social_weight * social, 4) AS value,
    round(:influence_content * content + :influence_interaction * interaction + :influence_social * social, 4) AS influence
FROM (
    SELECT
        f.*,
        round(100.0 * (1.0 - exp(-raw_consumption / :consumption_scale)), 4) AS consumption,
        round(100.0 * (1.0 - exp(-raw_content / :content_scale)), 4) AS content,
        round(100.0 * (1.0 - exp(-raw_interaction / :interaction_scale)), 4) AS interaction,
        round(100.0 * (1.0 - exp(-raw_social / :social_scale)), 4) AS social
    FROM member_fact AS f
) AS scored
