-- member_layer: how close is each member's relationship with the brand?
-- inputs: member_stage
-- grain:  member
-- kept:   view
-- NEW has not done anything yet, ACTING has, ACTIVE does so on many of the last days, LOYAL is active and keeps buying.
SELECT
    v.*,
    CASE
        WHEN active_months = 0 AND recent_days = 0 THEN 'NEW'
        WHEN bit_count(bits_from(recent_days, 0, :active_within)) < :active_days THEN 'ACTING'
        WHEN recent_orders < :loyal_orders THEN 'ACTIVE'
        ELSE 'LOYAL'
    END AS layer
FROM member_stage AS v
