-- community_run: up to which day do the figures reach, and which is the last full week?
-- inputs: calendar_week
-- grain:  one row
-- kept:   mart
SELECT :as_of AS as_of, max(week_no) AS last_full_no, max(week) AS last_full_week
FROM calendar_week
WHERE week + 6 <= :as_of
