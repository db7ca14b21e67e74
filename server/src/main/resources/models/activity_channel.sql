-- activity_channel: of the members who came by a channel, how many were active on a day, and within the 30 days up to it; who
-- bought, who joined?
-- inputs: member_score, member_order
-- grain:  day, channel (null: unknown); of the last 90 days up to :as_of those on which there is anything to count
-- kept:   mart
-- A member came by one channel, so the sums over all channels are those of all members.
-- A member's calendar is cut into pieces of fifteen days; members with the same piece are counted together, and only then
-- are its days told apart. Kind 0 is the days themselves, kind 1 the days that reach thirty days further.
WITH calendar AS (
    SELECT channel, 0 AS kind, recent_days AS recent, older_days AS older
    FROM member_score
    WHERE recent_days <> 0 OR older_days <> 0
    UNION ALL
    SELECT channel, 1 AS kind, month_recent(recent_days, older_days) AS recent, held(older_days, 30) AS older
    FROM member_score
    WHERE recent_days <> 0 OR older_days <> 0
),
piece AS (
    SELECT channel, kind, piece_no, bits, count(*) AS members
    FROM (
        SELECT
            channel,
            kind,
            piece_no,
            CASE WHEN piece_no < 4 THEN bits_from(recent, 15 * piece_no, 15)
                ELSE bits_from(older, 15 * piece_no - 60, 15) END AS bits
        FROM calendar
        CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5)) AS p (piece_no)
    ) AS cut
    WHERE bits <> 0
    GROUP BY channel, kind, piece_no, bits
),
seen AS (
    SELECT
        channel,
        15 * piece_no + place AS days_ago,
        sum(CASE WHEN kind = 0 THEN members ELSE 0 END) AS active,
        sum(CASE WHEN kind = 1 THEN members ELSE 0 END) AS active_month
    FROM piece
    CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14)) AS q (place)
    WHERE bits_from(bits, place, 1) = 1
    GROUP BY channel, 15 * piece_no + place
),
bought AS (
    SELECT m.channel, days_between(o.day, :as_of) AS days_ago, sum(o.orders) AS orders, sum(o.spend) AS spend
    FROM member_order AS o
    JOIN member_score AS m ON m.member_no = o.member_no
    WHERE o.day > day_before(:as_of, 90)
    GROUP BY m.channel, days_between(o.day, :as_of)
),
joined AS (
    SELECT channel, days_between(joined_day, :as_of) AS days_ago, count(*) AS members
    FROM member_score
    WHERE joined_day > day_before(:as_of, 90)
    GROUP BY channel, days_between(joined_day, :as_of)
)
SELECT
    day_before(:as_of, days_ago) AS day,
    channel,
    CAST(sum(active) AS BIGINT) AS active,
    CAST(sum(active_month) AS BIGINT) AS active_month,
    CAST(sum(orders) AS BIGINT) AS orders,
    CAST(sum(spend) AS DECIMAL(18, 2)) AS spend,
    CAST(sum(new_members) AS BIGINT) AS new_members
FROM (
    SELECT channel, days_ago, active, active_month, 0 AS orders, 0 AS spend, 0 AS new_members
    FROM seen
    UNION ALL
    SELECT channel, days_ago, 0 AS active, 0 AS active_month, orders, spend, 0 AS new_members
    FROM bought
    UNION ALL
    SELECT channel, days_ago, 0 AS active, 0 AS active_month, 0 AS orders, 0 AS spend, members AS new_members
    FROM joined
) AS counted
GROUP BY days_ago, channel
