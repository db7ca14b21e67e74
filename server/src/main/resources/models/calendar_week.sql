-- calendar_week: which ISO weeks are there, counted back from the week of :as_of (0)?
-- inputs: –
-- grain:  ISO week, the last 3,000
-- kept:   run
WITH digit AS (
    SELECT d FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS t (d)
)
SELECT
    -(a.d + 10 * b.d + 100 * c.d + 1000 * d.d) AS week_no,
    CAST(date_trunc('week', :as_of) AS DATE) - 7 * (a.d + 10 * b.d + 100 * c.d + 1000 * d.d) AS week
FROM digit AS a
CROSS JOIN digit AS b
CROSS JOIN digit AS c
CROSS JOIN digit AS d
WHERE d.d < 3
