-- community_sample: of how many members is one looked at for the values of past weeks?
-- inputs: community_membership, calendar_week
-- grain:  one row
-- kept:   mart
-- All of them (every = 1), until the members of communities times their last 26 weeks outgrow :value_weeks; then every
-- second, third … by number, so that a run takes seconds on any brand. The values of today are always those of all members.
SELECT CAST(greatest(1, ceil(sum(least(26.0, -w.week_no)) / :value_weeks)) AS INTEGER) AS every
FROM (SELECT member_no, min(from_day) AS since FROM community_membership GROUP BY member_no) AS m
JOIN calendar_week AS w ON w.week = CAST(date_trunc('week', m.since) AS DATE)
