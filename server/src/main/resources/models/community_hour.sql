-- community_hour: at which hours of the week does a community talk?
-- inputs: community_talk
-- grain:  one row per community, day of the week (Monday is 1) and hour in which somebody spoke, in the brand's zone
-- kept:   mart
-- Members are counted once for an hour of the week, however often and in however many weeks they spoke in it.
SELECT community_no, weekday, hour,
       CAST(sum(messages) AS BIGINT) AS messages, CAST(sum(content) AS BIGINT) AS content, count(*) AS members
FROM (
    SELECT community_no, weekday, hour, member_no, sum(message) AS messages, sum(1 - message) AS content
    FROM community_talk
    GROUP BY community_no, weekday, hour, member_no
) AS said
GROUP BY community_no, weekday, hour
ORDER BY community_no, weekday, hour
