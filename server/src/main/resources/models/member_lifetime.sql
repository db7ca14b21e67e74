-- member_lifetime: is each buyer still with the brand, and how much will they order and spend?
-- inputs: lifetime_case, lifetime_point (the fitted model at every pair of repeats and days that occurs)
-- grain:  member (who has ordered)
-- kept:   mart
-- p_alive = 1 / (1 + e^(log_left(x, tx) - log_alive(x, T)) - left_later(x, T)); orders = p_alive * ahead(x, T);
-- order_value = p (v + repeat_spend) / (p x + q - 1), spend = orders * order_value, unknown where there is no model of spend.
SELECT
    member_no,
    round(p_alive, 4) AS p_alive,
    round(p_alive * ahead_30, 4) AS orders_30,
    round(p_alive * ahead_90, 4) AS orders_90,
    round(p_alive * ahead_365, 4) AS orders_365,
    CAST(order_value AS DECIMAL(18, 2)) AS order_value,
    CAST(p_alive * ahead_30 * order_value AS DECIMAL(18, 2)) AS spend_30,
    CAST(p_alive * ahead_90 * order_value AS DECIMAL(18, 2)) AS spend_90,
    CAST(p_alive * ahead_365 * order_value AS DECIMAL(18, 2)) AS spend_365
FROM (
    SELECT
        c.member_no,
        1.0 / (1.0 + greatest(0.0, exp(least(700.0, l.log_left - n.log_alive)) - n.left_later)) AS p_alive,
        n.ahead_30,
        n.ahead_90,
        n.ahead_365,
        CASE
            WHEN :spend_known = 0.0 THEN NULL
            WHEN c.repeat_spend > 0
                THEN :spend_p * (:spend_v + CAST(c.repeat_spend AS DOUBLE)) / (:spend_p * c.repeats + :spend_q - 1.0)
            ELSE :spend_p * :spend_v / (:spend_q - 1.0)
        END AS order_value
    FROM lifetime_case AS c
    JOIN lifetime_point AS l ON l.repeats = c.repeats AND l.days = c.last_days
    JOIN lifetime_point AS n ON n.repeats = c.repeats AND n.days = c.age_days
) AS predicted
