-- community_birth: when did a community begin, and which weeks has it lived through?
-- inputs: calendar_week, community_registered, community_membership
-- grain:  one row per community and ISO week since its first, up to the week of the run; age 0 is the first
-- kept:   run
-- The registered day holds, unless people were there before it.
WITH first_day AS (
    SELECT s.community_no, least(min(s.from_day), coalesce(min(r.created), min(s.from_day))) AS born
    FROM community_membership s
    LEFT JOIN community_registered r ON r.community_no = s.community_no
    GROUP BY s.community_no
)
SELECT f.community_no, f.born, w.week_no, w.week, w.week_no - b.week_no AS age
FROM first_day f
JOIN calendar_week b ON b.week = CAST(date_trunc('week', f.born) AS DATE)
JOIN calendar_week w ON w.week_no >= b.week_no
