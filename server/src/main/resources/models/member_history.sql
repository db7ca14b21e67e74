-- member_history: what was one member worth, and where did they stand, at the end of each of some days?
-- inputs: member_day (this member's rows only), event_rule, history_day (the days asked for)
-- grain:  day asked for
-- kept:   run
-- Made when somebody looks at a member, never by a run. The formulas are those of member_value, member_stage and member_layer,
-- seen from each day, and rounded where they are, so that the day of a run gives the run's own figures to the last digit.
WITH bought AS (
    SELECT
        day, day_no, orders,
        sum(orders) OVER (ORDER BY day_no RANGE BETWEEN :repeat_days PRECEDING AND CURRENT ROW) AS orders_within
    FROM (
        SELECT d.day, -days_between(d.day, :as_of) AS day_no, sum(d.n) AS orders
        FROM member_day AS d
        JOIN event_rule AS e ON e.event_no = d.event_no
        WHERE e.is_order AND d.day <= :as_of
        GROUP BY d.day
    ) AS ordered
),
purchase AS (
    SELECT
        h.day,
        min(months_between_days(b.day, h.day)) AS order_months_ago,
        min(CASE WHEN b.orders_within >= :repeat_orders THEN months_between_days(b.day, h.day) END) AS repeat_months_ago,
        sum(CASE WHEN days_between(b.day, h.day) < :loyal_days THEN b.orders ELSE 0 END) AS recent_orders
    FROM history_day AS h
    JOIN bought AS b ON b.day <= h.day
    GROUP BY h.day
),
counted AS (
    SELECT
        h.day, e.dimension, d.day AS deed_day, e.is_active, e.is_interest, e.is_advocacy,
        days_between(d.day, h.day) AS days_ago,
        months_between_days(d.day, h.day) AS months_ago,
        least(d.n, e.daily_cap)
            * round(1000000.0 * e.points * power(2.0, -days_between(d.day, h.day) / e.half_life_days))
            + coalesce(money_points(d.amount, e.is_refund,
                1000000.0 * e.points_per_amount * power(2.0, -days_between(d.day, h.day) / e.half_life_days)), 0.0) AS micro
    FROM history_day AS h
    JOIN member_day AS d ON d.day <= h.day
    JOIN event_rule AS e ON e.event_no = d.event_no
),
activity AS (
    SELECT
        day,
        greatest(sum(CASE WHEN dimension = 1 THEN micro ELSE 0.0 END), 0.0) / 1000000.0 AS raw_consumption,
        greatest(sum(CASE WHEN dimension = 2 THEN micro ELSE 0.0 END), 0.0) / 1000000.0 AS raw_content,
        greatest(sum(CASE WHEN dimension = 3 THEN micro ELSE 0.0 END), 0.0) / 1000000.0 AS raw_interaction,
        greatest(sum(CASE WHEN dimension = 4 THEN micro ELSE 0.0 END), 0.0) / 1000000.0 AS raw_social,
        count(DISTINCT CASE WHEN is_active AND days_ago < :active_within THEN deed_day END) AS recent_active_days,
        min(CASE WHEN is_active THEN months_ago END) AS active_months_ago,
        min(CASE WHEN is_interest THEN months_ago END) AS interest_months_ago,
        min(CASE WHEN is_advocacy THEN months_ago END) AS advocacy_months_ago
    FROM counted
    GROUP BY day
),
scored AS (
    SELECT
        h.day,
        score_of(coalesce(a.raw_consumption, 0.0), :consumption_scale) AS consumption,
        score_of(coalesce(a.raw_content, 0.0), :content_scale) AS content,
        score_of(coalesce(a.raw_interaction, 0.0), :interaction_scale) AS interaction,
        score_of(coalesce(a.raw_social, 0.0), :social_scale) AS social,
        coalesce(a.recent_active_days, 0) AS recent_active_days,
        coalesce(a.active_months_ago, 60) AS active_months_ago,
        coalesce(a.interest_months_ago, 60) AS interest_months_ago,
        coalesce(a.advocacy_months_ago, 60) AS advocacy_months_ago,
        coalesce(p.order_months_ago, 60) AS order_months_ago,
        coalesce(p.repeat_months_ago, 60) AS repeat_months_ago,
        coalesce(p.recent_orders, 0) AS recent_orders
    FROM history_day AS h
    LEFT JOIN activity AS a ON a.day = h.day
    LEFT JOIN purchase AS p ON p.day = h.day
)
SELECT
    day, consumption, content, interaction, social,
    round(:consumption_weight * consumption + :content_weight * content
        + :interaction_weight * interaction + :social_weight * social, 4) AS value,
    CASE
        WHEN repeat_months_ago < :loyalty_months
             OR (order_months_ago < :purchase_months AND advocacy_months_ago < :loyalty_months) THEN 'LOYALTY'
        WHEN order_months_ago < :purchase_months THEN 'PURCHASE'
        WHEN interest_months_ago < :interest_months THEN 'INTEREST'
        ELSE 'AWARENESS'
    END AS stage,
    CASE
        WHEN active_months_ago >= 60 THEN 'NEW'
        WHEN recent_active_days < :active_days THEN 'ACTING'
        WHEN recent_orders < :loyal_orders THEN 'ACTIVE'
        ELSE 'LOYAL'
    END AS layer
FROM scored
