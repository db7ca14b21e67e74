-- Words which several models share. Written as Spark declares SQL functions; DuckDB gets them as macros.

-- days_between(earlier, later), whole days, and day_before(day, days) are the engine's own: see the dialect.

-- Calendar months from the month of one day to the month of a later one.
FUNCTION months_between_days(earlier DATE, later DATE) RETURNS INT
RETURN (year(later) * 12 + month(later)) - (year(earlier) * 12 + month(earlier));

-- What an amount of money counts for, in whole millionths of a point. A refund counts by its size, whether it was sent as 50 or
-- as -50.
FUNCTION money_points(amount DECIMAL, is_refund BOOLEAN, micropoints_per_amount DOUBLE) RETURNS DOUBLE
RETURN round(CAST(CASE WHEN is_refund THEN abs(amount) ELSE amount END AS DOUBLE) * micropoints_per_amount);

-- The score of a dimension, 0 to 100.
FUNCTION score_of(raw DOUBLE, scale DOUBLE) RETURNS DOUBLE
RETURN round(100.0 * (1.0 - exp(-raw / scale)), 4);

-- How far a member's words reach: the weighted mean of the content, interaction and social scores.
FUNCTION influence_of(content DOUBLE, interaction DOUBLE, social DOUBLE) RETURNS DOUBLE
RETURN round(:influence_content * content + :influence_interaction * interaction + :influence_social * social, 4);

-- A word with one bit set, 0 where there is none or it lies outside 0 to 59.
FUNCTION bit_at(place INT) RETURNS BIGINT
RETURN CASE WHEN place BETWEEN 0 AND 59 THEN CAST(1 AS BIGINT) << place ELSE CAST(0 AS BIGINT) END;

-- The bits of a word from one place upwards, as many as the width says.
FUNCTION bits_from(word BIGINT, place INT, width INT) RETURNS BIGINT
RETURN (word >> place) & (CAST(power(2.0, width) AS BIGINT) - 1);

-- A calendar in which a bit stands for the unit itself and the units before it, as many as the width says (1 to 31): bit k
-- is set where any of the bits k to k + width - 1 was.
FUNCTION held_2(word BIGINT) RETURNS BIGINT
RETURN word | (word >> 1);
FUNCTION held_4(word BIGINT) RETURNS BIGINT
RETURN held_2(word) | (held_2(word) >> 2);
FUNCTION held_8(word BIGINT) RETURNS BIGINT
RETURN held_4(word) | (held_4(word) >> 4);
FUNCTION held_16(word BIGINT) RETURNS BIGINT
RETURN held_8(word) | (held_8(word) >> 8);
FUNCTION held(word BIGINT, width INT) RETURNS BIGINT
RETURN CASE
    WHEN width >= 16 THEN held_16(word) | (held_16(word) >> (width - 16))
    WHEN width >= 8 THEN held_8(word) | (held_8(word) >> (width - 8))
    WHEN width >= 4 THEN held_4(word) | (held_4(word) >> (width - 4))
    WHEN width >= 2 THEN held_2(word) | (held_2(word) >> (width - 2))
    ELSE word
END;

-- AIPL stage at the end of the calendar month that lies months_ago before the month of :as_of, by the months through which
-- each stage is held. The highest held counts.
FUNCTION stage_at(interest_held BIGINT, purchase_held BIGINT, loyalty_held BIGINT, months_ago INT) RETURNS STRING
RETURN CASE
    WHEN bits_from(loyalty_held, months_ago, 1) = 1 THEN 'LOYALTY'
    WHEN bits_from(purchase_held, months_ago, 1) = 1 THEN 'PURCHASE'
    WHEN bits_from(interest_held, months_ago, 1) = 1 THEN 'INTEREST'
    ELSE 'AWARENESS'
END;

-- The days of a 120-day calendar (days 0 to 59 and 60 to 119) on which a member counts as active within thirty days: the
-- first word. An active day 60 + p reaches the days 31 + p to 59 as well, which is all bits from the lowest one of the second
-- word upwards.
FUNCTION month_recent(recent_days BIGINT, older_days BIGINT) RETURNS BIGINT
RETURN held(recent_days, 30) | CASE
    WHEN bits_from(older_days, 0, 29) <> 0
        THEN (CAST(1 AS BIGINT) << 60) - ((bits_from(older_days, 0, 29) & -bits_from(older_days, 0, 29)) << 31)
    ELSE CAST(0 AS BIGINT)
END;

-- What a part of a raw sum may have been some days earlier, at most and at least, if every half-life in it is at least the one
-- by which the growth was computed. A part below nothing comes from refunds.
FUNCTION most_before(part DOUBLE, growth DOUBLE) RETURNS DOUBLE
RETURN CASE WHEN part > 0.0 THEN part * growth ELSE part END;
FUNCTION least_before(part DOUBLE, growth DOUBLE) RETURNS DOUBLE
RETURN CASE WHEN part < 0.0 THEN part * growth ELSE part END;
