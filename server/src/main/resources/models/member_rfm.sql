-- member_rfm: how recently, how often and for how much has each member bought, as 1 (least) to 5?
-- inputs: member_value, rfm_bound
-- grain:  member; null for those without an order in the window
-- kept:   view
SELECT
    v.*,
    CASE WHEN frequency > 0 THEN days_between(last_order_day, :as_of) END AS recency_days,
    CASE WHEN frequency > 0 THEN 1
        + CASE WHEN days_between(last_order_day, :as_of) < recency_1 THEN 1 ELSE 0 END
        + CASE WHEN days_between(last_order_day, :as_of) < recency_2 THEN 1 ELSE 0 END
        + CASE WHEN days_between(last_order_day, :as_of) < recency_3 THEN 1 ELSE 0 END
        + CASE WHEN days_between(last_order_day, :as_of) < recency_4 THEN 1 ELSE 0 END END AS r,
    CASE WHEN frequency > 0 THEN 1
        + CASE WHEN frequency > frequency_1 THEN 1 ELSE 0 END + CASE WHEN frequency > frequency_2 THEN 1 ELSE 0 END
        + CASE WHEN frequency > frequency_3 THEN 1 ELSE 0 END + CASE WHEN frequency > frequency_4 THEN 1 ELSE 0 END
        END AS f,
    CASE WHEN frequency > 0 THEN 1
        + CASE WHEN monetary > monetary_1 THEN 1 ELSE 0 END + CASE WHEN monetary > monetary_2 THEN 1 ELSE 0 END
        + CASE WHEN monetary > monetary_3 THEN 1 ELSE 0 END + CASE WHEN monetary > monetary_4 THEN 1 ELSE 0 END
        END AS m
FROM member_value AS v
CROSS JOIN rfm_bound
