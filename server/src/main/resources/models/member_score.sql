-- member_score: a member's number, stage and everything a screen shows of it.
-- inputs: member_level
-- grain:  member
-- kept:   mart
-- Scores have four digits after the point; as decimals, which are whole numbers on disk, a condition reads them twice as fast.
-- The words at the end are a member's calendar: days and months with signals (event_day), months through which stages are held.
SELECT
    member_no, channel, joined_day, first_seen, last_seen,
    CAST(value AS DECIMAL(9, 4)) AS value, CAST(consumption AS DECIMAL(9, 4)) AS consumption,
    CAST(content AS DECIMAL(9, 4)) AS content, CAST(interaction AS DECIMAL(9, 4)) AS interaction,
    CAST(social AS DECIMAL(9, 4)) AS social, CAST(influence AS DECIMAL(9, 4)) AS influence,
    recency_days, frequency, CAST(monetary AS DECIMAL(18, 2)) AS monetary,
    CAST(r AS TINYINT) AS r, CAST(f AS TINYINT) AS f, CAST(m AS TINYINT) AS m,
    stage, layer, level, high_value, top_spender, top_spender_before,
    orders, CAST(spend AS DECIMAL(18, 2)) AS spend, CAST(tier_spend AS DECIMAL(18, 2)) AS tier_spend,
    first_order_day, last_order_day, recent_orders,
    bit_count(bits_from(recent_days, 0, :active_within)) AS recent_active_days,
    recent_days, older_days, active_months, interest_months, advocacy_months, order_months, repeat_months,
    interest_held, purchase_held, loyalty_held
FROM member_level
