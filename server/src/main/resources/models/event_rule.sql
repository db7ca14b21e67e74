-- event_rule: what does the value model say about each event the brand has?
-- inputs: event_name, event_setting (one row for each event which the model names)
-- grain:  event
-- kept:   run
-- An event the model does not name counts for nothing, but whoever sends it is active.
SELECT
    n.event_no,
    n.event,
    coalesce(s.dimension, 0) AS dimension,
    coalesce(s.points, 0.0) AS points,
    coalesce(s.points_per_amount, 0.0) AS points_per_amount,
    coalesce(s.half_life_days, 1.0) AS half_life_days,
    coalesce(s.daily_cap, 2147483647) AS daily_cap,
    n.event = 'Order Completed' AS is_order,
    n.event = 'Order Refunded' AS is_refund,
    coalesce(s.is_active, TRUE) AS is_active,
    coalesce(s.is_interest, FALSE) AS is_interest,
    coalesce(s.is_advocacy, FALSE) AS is_advocacy
FROM event_name AS n
LEFT JOIN event_setting AS s ON s.event = n.event
