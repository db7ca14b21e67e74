-- community_sampled: whose past values are computed?
-- inputs: community_membership, community_sample
-- grain:  member
-- kept:   run
SELECT DISTINCT m.member_no
FROM community_membership AS m
CROSS JOIN community_sample AS s
WHERE m.member_no % s.every = 0
