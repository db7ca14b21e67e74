-- What any scoring has to do at least: every raw event once, one row a member. The same text runs on DuckDB and PostgreSQL.
SELECT member_no,
       count(*)                                                        AS events,
       count(CASE WHEN event = 'Order Completed' THEN 1 END)           AS orders,
       sum(CASE WHEN event = 'Order Completed' THEN amount END)        AS spend,
       count(CASE WHEN event = 'Content Engaged' THEN 1 END)           AS engaged,
       count(CASE WHEN event = 'Message Sent' THEN 1 END)              AS messages,
       min(ts)                                                         AS first_seen,
       max(ts)                                                         AS last_seen
FROM raw
GROUP BY member_no
