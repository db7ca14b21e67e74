-- calendar_ahead: which are the 52 weeks after the last full one?
-- inputs: calendar_week, community_run
-- grain:  week ahead, 1 to 52
-- kept:   run
SELECT -w.week_no AS ahead, r.last_full_week - 7 * w.week_no AS week
FROM calendar_week w
CROSS JOIN community_run r
WHERE w.week_no BETWEEN -52 AND -1
