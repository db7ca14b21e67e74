-- community_weight: how much did a member of the sample count in a community's value at the end of a past week?
-- inputs: community_sample, community_member_week
-- grain:  community, member of the sample, week of the last 26 with contributions in it or the three weeks before
-- kept:   run
-- The weight of community_member, as it was then: 1 + ln(1 + contributions of four weeks). The silent, who are not listed
-- here, count 1.
SELECT a.community_no, a.member_no, a.week_no + k.later AS week_no,
       sum(a.messages + a.content)               AS contributions,
       1.0 + ln(1.0 + sum(a.messages + a.content)) AS weight
FROM community_member_week a
CROSS JOIN community_sample s
CROSS JOIN (VALUES (0), (1), (2), (3)) AS k (later)
WHERE a.messages + a.content > 0
  AND a.week_no + k.later BETWEEN -26 AND -1
  AND a.member_no % s.every = 0
GROUP BY a.community_no, a.member_no, a.week_no + k.later
