-- mover_reason: which events made a value rise or fall, and by how much each?
-- inputs: mover, mover_event, event_rule
-- grain:  mover, event
-- kept:   mart
-- effect is in points of value: weight * what the score of the dimension has changed, parted among its events by what the raw
-- sum has changed. The effects of a member add up to the change of the value.
WITH changed AS (
    SELECT
        e.member_no, e.event_no, e.dimension, e.n, e.amount,
        e.micro_now - e.micro_then AS micro,
        sum(e.micro_now - e.micro_then) OVER (PARTITION BY e.member_no, e.dimension) AS micro_of_all
    FROM mover_event AS e
    JOIN mover AS m ON m.member_no = e.member_no
)
SELECT
    c.member_no, r.event, c.dimension, c.n, c.amount,
    c.micro / 1000000.0 AS raw,
    CASE c.dimension
        WHEN 1 THEN :consumption_weight * (m.consumption - m.consumption_before)
        WHEN 2 THEN :content_weight * (m.content - m.content_before)
        WHEN 3 THEN :interaction_weight * (m.interaction - m.interaction_before)
        ELSE :social_weight * (m.social - m.social_before)
    END * coalesce(c.micro / nullif(c.micro_of_all, 0.0), 0.0) AS effect
FROM changed AS c
JOIN mover AS m ON m.member_no = c.member_no
JOIN event_rule AS r ON r.event_no = c.event_no
WHERE c.micro <> 0.0
