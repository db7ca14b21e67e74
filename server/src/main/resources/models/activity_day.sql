-- activity_day: how many members were active on a day, and within the 30 days up to it; who bought, who joined?
-- inputs: member_score, member_order
-- grain:  day, the last 90 up to :as_of, without gaps
-- kept:   mart
-- A member's calendar is cut into pieces of fifteen days; members with the same piece are counted together, and only then
-- are its days told apart. Kind 0 is the days themselves, kind 1 the days that reach thirty days further.
WITH span AS (
    SELECT days_ago, day_before(:as_of, days_ago) AS day
    FROM (SELECT 10 * tens + ones AS days_ago
          FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8)) AS a (tens)
          CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS b (ones)) AS numbered
),
calendar AS (
    SELECT 0 AS kind, recent_days AS recent, older_days AS older
    FROM member_score
    WHERE recent_days <> 0 OR older_days <> 0
    UNION ALL
    SELECT 1 AS kind, month_recent(recent_days, older_days) AS recent, held(older_days, 30) AS older
    FROM member_score
    WHERE recent_days <> 0 OR older_days <> 0
),
piece AS (
    SELECT kind, piece_no, bits, count(*) AS members
    FROM (
        SELECT
            kind,
            piece_no,
            CASE WHEN piece_no < 4 THEN bits_from(recent, 15 * piece_no, 15)
                ELSE bits_from(older, 15 * piece_no - 60, 15) END AS bits
        FROM calendar
        CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5)) AS p (piece_no)
    ) AS cut
    WHERE bits <> 0
    GROUP BY kind, piece_no, bits
),
seen AS (
    SELECT
        15 * piece_no + place AS days_ago,
        sum(CASE WHEN kind = 0 THEN members ELSE 0 END) AS active,
        sum(CASE WHEN kind = 1 THEN members ELSE 0 END) AS active_month
    FROM piece
    CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14)) AS q (place)
    WHERE bits_from(bits, place, 1) = 1
    GROUP BY 15 * piece_no + place
),
bought AS (
    SELECT days_between(day, :as_of) AS days_ago, sum(orders) AS orders, sum(spend) AS spend
    FROM member_order
    GROUP BY 1
),
joined AS (
    SELECT days_between(joined_day, :as_of) AS days_ago, count(*) AS members
    FROM member_score
    GROUP BY 1
)
SELECT
    s.day,
    CAST(coalesce(a.active, 0) AS BIGINT) AS active,
    CAST(coalesce(a.active_month, 0) AS BIGINT) AS active_month,
    CAST(coalesce(b.orders, 0) AS BIGINT) AS orders,
    CAST(coalesce(b.spend, 0) AS DECIMAL(18, 2)) AS spend,
    coalesce(j.members, 0) AS new_members
FROM span AS s
LEFT JOIN seen AS a ON a.days_ago = s.days_ago
LEFT JOIN bought AS b ON b.days_ago = s.days_ago
LEFT JOIN joined AS j ON j.days_ago = s.days_ago
