-- rfm_bound: which figures divide the fifths of the buyers?
-- inputs: member_purchase, rfm_fixed (one row; null where the model asks for fifths)
-- grain:  one row
-- kept:   mart
-- A buyer's f is 1 + the number of bounds below its frequency; bound k is the smallest figure that at least k/5 of the
-- buyers do not exceed (inverse distribution function). Equal figures get equal scores. For recency fewer days are better,
-- so r is 1 + the number of bounds above it, and bound k the largest figure that at least k/5 do not fall below.
-- Source: A. M. Hughes, Strategic Database Marketing, 1994.
SELECT
    coalesce(x.recency_1, b.recency_1) AS recency_1, coalesce(x.recency_2, b.recency_2) AS recency_2,
    coalesce(x.recency_3, b.recency_3) AS recency_3, coalesce(x.recency_4, b.recency_4) AS recency_4,
    coalesce(x.frequency_1, b.frequency_1) AS frequency_1, coalesce(x.frequency_2, b.frequency_2) AS frequency_2,
    coalesce(x.frequency_3, b.frequency_3) AS frequency_3, coalesce(x.frequency_4, b.frequency_4) AS frequency_4,
    coalesce(x.monetary_1, b.monetary_1) AS monetary_1, coalesce(x.monetary_2, b.monetary_2) AS monetary_2,
    coalesce(x.monetary_3, b.monetary_3) AS monetary_3, coalesce(x.monetary_4, b.monetary_4) AS monetary_4
FROM rfm_fixed AS x
CROSS JOIN (
    SELECT
        -percentile_disc(0.2) WITHIN GROUP (ORDER BY -days_between(last_order_day, :as_of)) AS recency_1,
        -percentile_disc(0.4) WITHIN GROUP (ORDER BY -days_between(last_order_day, :as_of)) AS recency_2,
        -percentile_disc(0.6) WITHIN GROUP (ORDER BY -days_between(last_order_day, :as_of)) AS recency_3,
        -percentile_disc(0.8) WITHIN GROUP (ORDER BY -days_between(last_order_day, :as_of)) AS recency_4,
        percentile_disc(0.2) WITHIN GROUP (ORDER BY frequency) AS frequency_1,
        percentile_disc(0.4) WITHIN GROUP (ORDER BY frequency) AS frequency_2,
        percentile_disc(0.6) WITHIN GROUP (ORDER BY frequency) AS frequency_3,
        percentile_disc(0.8) WITHIN GROUP (ORDER BY frequency) AS frequency_4,
        percentile_disc(0.2) WITHIN GROUP (ORDER BY monetary) AS monetary_1,
        percentile_disc(0.4) WITHIN GROUP (ORDER BY monetary) AS monetary_2,
        percentile_disc(0.6) WITHIN GROUP (ORDER BY monetary) AS monetary_3,
        percentile_disc(0.8) WITHIN GROUP (ORDER BY monetary) AS monetary_4
    FROM member_purchase
    WHERE frequency > 0
) AS b
