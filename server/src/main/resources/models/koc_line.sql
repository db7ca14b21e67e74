-- koc_line: how influential must a member be to count as a key opinion consumer?
-- inputs: member_value
-- grain:  one row; null where nobody reaches the floors
-- kept:   run
-- Of those who reach the floors of the value model the most influential are KOC, at most :koc_share of all members;
-- members of equal influence at the line are all in or all out.
SELECT min(influence) AS line
FROM (
    SELECT influence, rank() OVER (ORDER BY influence DESC) AS place, count(*) OVER (PARTITION BY influence) AS equals
    FROM member_value
    WHERE influence >= :koc_influence AND content >= :koc_content
      AND interaction >= :koc_interaction AND social >= :koc_social
) AS candidate
CROSS JOIN (SELECT count(*) AS members FROM member_value) AS everyone
WHERE place + equals - 1 <= :koc_share * members
