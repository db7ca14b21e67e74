-- lifetime_calibration: what was known of each buyer at :calibration_end, and what did they do afterwards?
-- inputs: member_order
-- grain:  member (who had ordered by :calibration_end)
-- kept:   run
-- As lifetime_case, but as it stood at the end of the calibration period; held_orders are the days with an order after it.
SELECT
    member_no,
    min(CASE WHEN orders > 0 THEN day END) AS first_day,
    CAST(count(CASE WHEN orders > 0 AND previous_day IS NOT NULL AND day <= :calibration_end THEN 1 END) AS INTEGER) AS repeats,
    CAST(days_between(
        min(CASE WHEN orders > 0 THEN day END),
        max(CASE WHEN orders > 0 AND day <= :calibration_end THEN day END)) AS INTEGER) AS last_days,
    CAST(days_between(min(CASE WHEN orders > 0 THEN day END), :calibration_end) AS INTEGER) AS age_days,
    CAST(count(CASE WHEN orders > 0 AND day > :calibration_end THEN 1 END) AS INTEGER) AS held_orders
FROM member_order
GROUP BY member_no
HAVING min(CASE WHEN orders > 0 THEN day END) <= :calibration_end
