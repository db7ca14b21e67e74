-- member_fact: everything known about a member at the end of :as_of, before anything is judged.
-- inputs: member, member_raw, member_purchase
-- grain:  member (who had joined by :as_of)
-- kept:   view
-- A member joined on the day the number was given or on the day of the first event, whichever is earlier: an import brings
-- events from before the member was known here.
SELECT
    m.member_no,
    m.channel,
    least(m.created_day, coalesce(a.first_day, m.created_day)) AS joined_day,
    a.first_seen,
    a.last_seen,
    coalesce(a.raw_consumption, 0.0) AS raw_consumption,
    coalesce(a.raw_content, 0.0) AS raw_content,
    coalesce(a.raw_interaction, 0.0) AS raw_interaction,
    coalesce(a.raw_social, 0.0) AS raw_social,
    coalesce(a.recent_days, 0) AS recent_days,
    coalesce(a.older_days, 0) AS older_days,
    coalesce(a.active_months, 0) AS active_months,
    coalesce(a.interest_months, 0) AS interest_months,
    coalesce(a.advocacy_months, 0) AS advocacy_months,
    coalesce(p.orders, 0) AS orders,
    coalesce(p.spend, 0) AS spend,
    p.first_order_day,
    p.last_order_day,
    coalesce(p.frequency, 0) AS frequency,
    coalesce(p.monetary, 0) AS monetary,
    coalesce(p.recent_orders, 0) AS recent_orders,
    coalesce(p.tier_spend, 0) AS tier_spend,
    coalesce(p.tier_spend_before, 0) AS tier_spend_before,
    coalesce(p.order_months, 0) AS order_months,
    coalesce(p.repeat_months, 0) AS repeat_months,
    held(coalesce(a.interest_months, 0), :interest_months) AS interest_held,
    held(coalesce(p.order_months, 0), :purchase_months) AS purchase_held,
    held(coalesce(p.repeat_months, 0), :loyalty_months)
        | (held(coalesce(p.order_months, 0), :purchase_months) & held(coalesce(a.advocacy_months, 0), :loyalty_months))
        AS loyalty_held
FROM member AS m
LEFT JOIN member_raw AS a ON a.member_no = m.member_no
LEFT JOIN member_purchase AS p ON p.member_no = m.member_no
WHERE least(m.created_day, coalesce(a.first_day, m.created_day)) <= :as_of
