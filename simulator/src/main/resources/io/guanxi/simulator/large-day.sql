-- One day of a large brand. Inputs are variables: seed, date, midnight (seconds since 1970), joined_before and joined (members
-- by the end of the day before and of this day), deeds (events besides sign-ups), classes, communities.
-- A member's class is its number modulo classes; class k of n does (k/n)^0.4 - ((k-1)/n)^0.4 of all that is done: of 100
-- classes the first does 16 %, the first ten 40 %.
WITH deed AS (
    SELECT i, hash(i, getvariable('seed'), getvariable('midnight')) AS a, hash(i, getvariable('midnight'), 1, getvariable('seed')) AS b
    FROM range(getvariable('deeds')::BIGINT) AS r(i)
),
choice AS (
    SELECT i, b,
           floor(getvariable('classes') * pow((a & 65535) / 65536.0, 2.5))::BIGINT
             + getvariable('classes') * floor(((a >> 16) & 1048575) / 1048576.0 * (getvariable('joined') // getvariable('classes')))::BIGINT
             + 1                                                                                    AS member_no,
           ((a >> 36) & 65535) / 65536.0                                                            AS what,
           getvariable('midnight') + 86399.0 * (i + 0.5) / getvariable('deeds')                     AS second
    FROM deed
),
named AS (
    SELECT i, member_no, second, b, hash(member_no, getvariable('seed')) AS m,
           CASE WHEN what < 0.440 THEN 'Product Viewed'
                WHEN what < 0.640 THEN 'Message Sent'
                WHEN what < 0.760 THEN 'Content Engaged'
                WHEN what < 0.855 THEN 'Checked In'
                WHEN what < 0.920 THEN 'Product Added'
                WHEN what < 0.965 THEN 'Order Completed'
                WHEN what < 0.980 THEN 'Content Shared'
                WHEN what < 0.986 THEN 'Content Published'
                WHEN what < 0.992 THEN 'Community Joined'
                WHEN what < 0.996 THEN 'Survey Completed'
                WHEN what < 0.998 THEN 'Invite Accepted'
                ELSE 'Order Refunded' END                                                           AS event
    FROM choice
    UNION ALL
    SELECT -member_no, member_no, getvariable('midnight') + 0.1, 0::UBIGINT, 0::UBIGINT, 'Signed Up'
    FROM range(getvariable('joined_before')::BIGINT + 1, getvariable('joined')::BIGINT + 1) AS r(member_no)
)
SELECT getvariable('date') || '/' || i                                                              AS event_id,
       'track'                                                                                      AS type,
       event,
       to_timestamp(second)                                                                         AS ts,
       to_timestamp(second + 1)                                                                     AS received_at,
       getvariable('date')                                                                          AS day,
       member_no::INTEGER                                                                           AS member_no,
       ['customer:' || member_no]                                                                   AS identifiers,
       CASE WHEN event IN ('Message Sent', 'Community Joined') THEN 'c-' || (m % getvariable('communities') + 1) END AS community,
       -- log-normal by member and by order: sums of three uniforms stand for the normal distribution
       CASE WHEN event LIKE 'Order%' THEN
           (42 * exp(1.4 * (((m & 65535) + ((m >> 16) & 65535) + ((m >> 32) & 65535)) / 65536.0 - 1.5)
                   + 1.0 * (((b & 65535) + ((b >> 16) & 65535) + ((b >> 32) & 65535)) / 65536.0 - 1.5)))::DECIMAL(18, 2) END AS amount,
       CASE WHEN event LIKE 'Order%' THEN 'CNY' END                                                 AS currency,
       CASE WHEN event = 'Order Completed' THEN (1 + b % 3)::DOUBLE END                              AS quantity,
       CASE WHEN event LIKE 'Product%' THEN 'p-' || (b % 500)
            WHEN event LIKE 'Order%' THEN 'o-' || getvariable('date') || '-' || i
            WHEN event LIKE 'Content%' THEN 'n-' || (b % 20000) END                                 AS object,
       CASE WHEN event LIKE 'Product%' THEN '{"channel":"mini-program"}' END                        AS properties,
       NULL::VARCHAR                                                                                AS traits,
       NULL::VARCHAR                                                                                AS context,
       'large-brand'                                                                                AS source
FROM named
