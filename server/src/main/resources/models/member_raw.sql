-- member_raw: what has each member done, in points that still count?
-- inputs: member_activity, member_money
-- grain:  member (who has at least one event)
-- kept:   view
-- Refunds may outweigh what was earned; no sum falls below nothing.
SELECT
    a.*,
    greatest(a.micro_consumption + coalesce(m.micro_consumption, 0.0), 0.0) / 1000000.0 AS raw_consumption,
    greatest(a.micro_content + coalesce(m.micro_content, 0.0), 0.0) / 1000000.0 AS raw_content,
    greatest(a.micro_interaction + coalesce(m.micro_interaction, 0.0), 0.0) / 1000000.0 AS raw_interaction,
    greatest(a.micro_social + coalesce(m.micro_social, 0.0), 0.0) / 1000000.0 AS raw_social
FROM member_activity AS a
LEFT JOIN member_money AS m ON m.member_no = a.member_no
