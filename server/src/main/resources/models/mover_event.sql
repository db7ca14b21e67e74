-- mover_event: what does each event of a candidate count for today, and what did it count for :mover_days days ago?
-- inputs: member_day, event_rule, mover_candidate
-- grain:  candidate, event
-- kept:   run
-- In whole millionths of a point, the half-lives applied to either day. n and amount are those of the days since.
SELECT
    member_no, event_no, dimension,
    sum(micro_now) AS micro_now,
    sum(micro_then) AS micro_then,
    CAST(sum(CASE WHEN days_ago < :mover_days THEN n ELSE 0 END) AS BIGINT) AS n,
    CAST(sum(CASE WHEN days_ago < :mover_days THEN amount END) AS DECIMAL(18, 2)) AS amount
FROM (
    SELECT
        member_no, event_no, dimension, days_ago, n, amount,
        least(n, daily_cap) * round(1000000.0 * points * power(2.0, -days_ago / half_life_days))
            + coalesce(money_points(amount, is_refund,
                1000000.0 * points_per_amount * power(2.0, -days_ago / half_life_days)), 0.0) AS micro_now,
        CASE WHEN days_ago >= :mover_days THEN
            least(n, daily_cap) * round(1000000.0 * points * power(2.0, -(days_ago - :mover_days) / half_life_days))
                + coalesce(money_points(amount, is_refund,
                    1000000.0 * points_per_amount * power(2.0, -(days_ago - :mover_days) / half_life_days)), 0.0)
        ELSE 0.0 END AS micro_then
    FROM (
        SELECT
            d.member_no, d.event_no, d.n, d.amount, e.dimension, e.daily_cap, e.points, e.points_per_amount,
            e.half_life_days, e.is_refund, days_between(d.day, :as_of) AS days_ago
        FROM member_day AS d
        JOIN mover_candidate AS c ON c.member_no = d.member_no
        JOIN event_rule AS e ON e.event_no = d.event_no
        WHERE d.day <= :as_of AND e.dimension > 0
    ) AS dated
) AS counted
GROUP BY member_no, event_no, dimension
