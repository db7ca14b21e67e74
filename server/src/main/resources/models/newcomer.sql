-- newcomer: how many joined in the last seven days, and how many of them has nobody taken up yet?
-- inputs: member_score, member_untouched
-- grain:  one row
-- kept:   mart
SELECT
    count(*) AS joined,
    (SELECT count(*) FROM member_untouched) AS untouched
FROM member_score
WHERE days_between(joined_day, :as_of) BETWEEN 0 AND 6
