-- community_membership: who belonged to which community from which day to which?
-- inputs: community_event_role, community_day
-- grain:  one row per community, member and unbroken stay; until_day is the day of leaving, NULL while the member stays
-- kept:   run
-- A join begins a stay, and so does anything a stranger does there: groups are older than our data. On a day with joins and
-- leaves the more frequent one decides the evening; as many of both leave things as they were that morning.
WITH pair AS (
    SELECT d.community_no, d.member_no,
           min(CASE WHEN r.role <> 'LEAVE' THEN d.day END)      AS first_day,
           max(CASE WHEN r.role = 'LEAVE' THEN 1 ELSE 0 END)    AS has_left
    FROM community_day d
    JOIN community_event_role r ON r.event_no = d.event_no
    WHERE d.day <= :as_of AND r.role <> 'PASSIVE' AND d.community_no BETWEEN :community_from AND :community_to
    GROUP BY d.community_no, d.member_no
),
-- only who ever left needs the day-by-day reading
day_sum AS (
    SELECT d.community_no, d.member_no, d.day,
           sum(CASE WHEN r.role = 'JOIN' THEN d.n ELSE 0 END)   AS joins,
           sum(CASE WHEN r.role = 'LEAVE' THEN d.n ELSE 0 END)  AS leaves,
           sum(CASE WHEN r.role <> 'LEAVE' THEN d.n ELSE 0 END) AS presences
    FROM community_day d
    JOIN community_event_role r ON r.event_no = d.event_no
    JOIN pair p ON p.community_no = d.community_no AND p.member_no = d.member_no AND p.has_left = 1
    WHERE d.day <= :as_of AND r.role <> 'PASSIVE' AND d.community_no BETWEEN :community_from AND :community_to
    GROUP BY d.community_no, d.member_no, d.day
),
marked AS (
    SELECT community_no, member_no, day, presences,
           CASE
               WHEN joins > leaves OR (leaves = 0 AND presences > 0) THEN 1
               WHEN leaves > joins THEN -1
               ELSE 0
           END AS mark,
           row_number() OVER (PARTITION BY community_no, member_no ORDER BY day) AS place
    FROM day_sum
),
-- inside in the morning: what the last decisive day before said
morning AS (
    SELECT community_no, member_no, day, presences, mark,
           coalesce(max(CASE WHEN mark = 1 THEN 2 * place + 1 WHEN mark = -1 THEN 2 * place END) OVER (
               PARTITION BY community_no, member_no ORDER BY day
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) % 2 AS inside
    FROM marked
),
edge AS (
    SELECT community_no, member_no, day,
           inside = 0 AND presences > 0                                                               AS opens,
           (mark = -1 OR (mark = 0 AND inside = 0)) AND (inside = 1 OR presences > 0)                 AS closes
    FROM morning
),
stay AS (
    SELECT community_no, member_no, day, opens, closes,
           lead(day) OVER (PARTITION BY community_no, member_no ORDER BY day) AS next_day
    FROM edge
    WHERE opens OR closes
)
SELECT community_no, member_no, first_day AS from_day, CAST(NULL AS DATE) AS until_day
FROM pair
WHERE has_left = 0
UNION ALL
SELECT community_no, member_no, day AS from_day, CASE WHEN closes THEN day ELSE next_day END AS until_day
FROM stay
WHERE opens
