-- koc_line: how influential must a member be to count as a key opinion consumer?
-- inputs: member, member_activity, member_raw
-- grain:  one row; null where nobody reaches the floors
-- kept:   run
-- Of those who reach the floors of the value model the most influential are KOC, at most :koc_share of all members;
-- members of equal influence at the line are all in or all out.
SELECT min(influence) AS line
FROM (
    SELECT c.influence, rank() OVER (ORDER BY c.influence DESC) AS place, count(*) OVER (PARTITION BY c.influence) AS equals
    FROM (
        SELECT member_no, content, interaction, social, influence_of(content, interaction, social) AS influence
        FROM (
            SELECT
                member_no,
                score_of(raw_content, :content_scale) AS content,
                score_of(raw_interaction, :interaction_scale) AS interaction,
                score_of(raw_social, :social_scale) AS social
            FROM member_raw
        ) AS scored
    ) AS c
    JOIN member AS m ON m.member_no = c.member_no
    WHERE c.influence >= :koc_influence AND c.content >= :koc_content
      AND c.interaction >= :koc_interaction AND c.social >= :koc_social
) AS candidate
CROSS JOIN (
    SELECT count(*) AS members
    FROM member AS m
    LEFT JOIN member_activity AS a ON a.member_no = m.member_no
    WHERE least(m.created_day, coalesce(a.first_day, m.created_day)) <= :as_of
) AS everyone
WHERE place + equals - 1 <= :koc_share * members
