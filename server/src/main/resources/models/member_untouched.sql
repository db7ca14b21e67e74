-- member_untouched: which newcomers has nobody taken up yet?
-- inputs: member_score, member_day, event_name
-- grain:  member who joined within the last seven days
-- kept:   mart
-- Taken up is who has sent a message or was sent one. Silence sets in within days: these are the ones to greet today.
SELECT m.member_no
FROM member_score AS m
LEFT JOIN (
    SELECT DISTINCT d.member_no
    FROM member_day AS d
    JOIN event_name AS e ON e.event_no = d.event_no
    WHERE days_between(d.day, :as_of) BETWEEN 0 AND 6 AND e.event IN ('Message Sent', 'Message Delivered', 'Message Received')
) AS t ON t.member_no = m.member_no
WHERE days_between(m.joined_day, :as_of) BETWEEN 0 AND 6 AND t.member_no IS NULL
