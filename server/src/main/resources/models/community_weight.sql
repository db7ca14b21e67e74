-- community_weight: how much does a member count in a community's value at the end of a week?
-- inputs: calendar_week, community_member_week
-- grain:  one row per community, member and week with contributions in it or the three weeks before; all others weigh 1
-- kept:   run
-- weight = 1 + ln(1 + contributions of four weeks): who carries the talk counts more, nobody's voice drowns the rest, and the
-- silent still count, because they too may buy.
SELECT a.community_no, a.member_no, w.week_no,
       sum(a.messages + a.content)               AS contributions,
       1 + ln(1 + sum(a.messages + a.content))   AS weight
FROM community_member_week a
JOIN calendar_week w ON w.week_no >= a.week_no AND w.week_no <= a.week_no + 3
WHERE a.messages + a.content > 0
GROUP BY a.community_no, a.member_no, w.week_no
