-- Words which several models share. Written as Spark declares SQL functions; DuckDB gets them as macros.

-- days_between(earlier, later), whole days, and day_before(day, days) are the engine's own: see the dialect.

-- Calendar months from the month of one day to the month of a later one.
FUNCTION months_between_days(earlier DATE, later DATE) RETURNS INT
RETURN (year(later) * 12 + month(later)) - (year(earlier) * 12 + month(earlier));

-- What a day's occurrences of an event count for, in whole millionths of a point: points for each up to the cap, and points
-- for the money. A refund counts by its size, whether it was sent as 50 or as -50.
FUNCTION micropoints(
    n INT, daily_cap INT, points DOUBLE, amount DECIMAL, is_refund BOOLEAN, points_per_amount DOUBLE
) RETURNS DOUBLE
RETURN round(1000000.0 * (least(n, daily_cap) * points
    + coalesce(CAST(CASE WHEN is_refund THEN abs(amount) ELSE amount END AS DOUBLE), 0.0) * points_per_amount));

-- A word with one bit set, 0 where there is none or it lies outside 0 to 59.
FUNCTION bit_at(place INT) RETURNS BIGINT
RETURN CASE WHEN place BETWEEN 0 AND 59 THEN CAST(power(2.0, place) AS BIGINT) ELSE CAST(0 AS BIGINT) END;

-- The bits of a word from one place upwards, as many as the width says.
FUNCTION bits_from(word BIGINT, place INT, width INT) RETURNS BIGINT
RETURN (word >> place) & (CAST(power(2.0, width) AS BIGINT) - 1);

-- AIPL stage at the end of the calendar month that lies months_ago before the month of :as_of, by the months in which
-- the member gave a signal. Every stage is held for a number of months after its last signal; the highest held counts.
FUNCTION stage_at(
    interest_months BIGINT, advocacy_months BIGINT, order_months BIGINT, repeat_months BIGINT, months_ago INT
) RETURNS STRING
RETURN CASE
    WHEN bits_from(repeat_months, months_ago, :loyalty_months) <> 0 THEN 'LOYALTY'
    WHEN bits_from(order_months, months_ago, :purchase_months) <> 0
         AND bits_from(advocacy_months, months_ago, :loyalty_months) <> 0 THEN 'LOYALTY'
    WHEN bits_from(order_months, months_ago, :purchase_months) <> 0 THEN 'PURCHASE'
    WHEN bits_from(interest_months, months_ago, :interest_months) <> 0 THEN 'INTEREST'
    ELSE 'AWARENESS'
END;

-- A member's calendar from one day backwards, as many days as the width says (at most 30): the words of days 0 to 59 and
-- 60 to 119 joined.
FUNCTION days_from(recent_days BIGINT, older_days BIGINT, days_ago INT, width INT) RETURNS BIGINT
RETURN CASE
    WHEN days_ago >= 60 THEN bits_from(older_days, days_ago - 60, width)
    WHEN days_ago + width <= 60 THEN bits_from(recent_days, days_ago, width)
    ELSE bits_from(recent_days, days_ago, width) | bits_from(older_days, 0, days_ago + width - 60)
END;
