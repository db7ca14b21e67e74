-- community_member_week: what did a member do in a community in a week?
-- inputs: calendar_week, community_event_role, community_day
-- grain:  community, member, ISO week with at least one deed
-- kept:   run
SELECT d.community_no, d.member_no, w.week_no,
       sum(CASE WHEN r.role = 'MESSAGE' THEN d.n ELSE 0 END) AS messages,
       sum(CASE WHEN r.role = 'CONTENT' THEN d.n ELSE 0 END) AS content
FROM community_day d
JOIN community_event_role r ON r.event_no = d.event_no
JOIN calendar_week w ON w.week = CAST(date_trunc('week', d.day) AS DATE)
WHERE d.day <= :as_of AND r.role IN ('MESSAGE', 'CONTENT', 'ACT')
    AND d.community_no BETWEEN :community_from AND :community_to
GROUP BY d.community_no, d.member_no, w.week_no
