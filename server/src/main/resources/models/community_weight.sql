-- community_weight: how much does a member count in a community's value at the end of a week?
-- inputs: community_sample, community_member_week
-- grain:  community, member (of past weeks, those in the sample), week with contributions in it or the three weeks before
-- kept:   run
-- weight = 1 + ln(1 + contributions of four weeks): who carries the talk counts more, nobody's voice drowns the rest, and the
-- silent, who are not listed here, still count 1, because they too may buy.
SELECT a.community_no, a.member_no, a.week_no + k.later AS week_no,
       sum(a.messages + a.content)               AS contributions,
       1.0 + ln(1.0 + sum(a.messages + a.content)) AS weight
FROM community_member_week a
CROSS JOIN community_sample s
CROSS JOIN (VALUES (0), (1), (2), (3)) AS k (later)
WHERE a.messages + a.content > 0
  AND a.week_no + k.later BETWEEN -26 AND 0
  AND (a.week_no + k.later = 0 OR a.member_no % s.every = 0)
GROUP BY a.community_no, a.member_no, a.week_no + k.later
