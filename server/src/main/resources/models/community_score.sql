-- community_score: how does each community stand at the run's day?
-- inputs: community_run, community_birth, community_week, community_line, community_outlook, community_key
-- grain:  one row per community
-- kept:   mart
-- joined to spend are of the last full week; members and value are of the run's day.
WITH now AS (
    SELECT w.community_no, w.age, w.members, w.value, w.high_value_members
    FROM community_week w
    WHERE w.week_no = 0
),
-- The order a week ago, of the communities there were then.
before AS (
    SELECT community_no, rank() OVER (ORDER BY value DESC) AS place
    FROM community_week
    WHERE week_no = -1 AND value IS NOT NULL
),
born AS (
    SELECT community_no, min(born) AS born FROM community_birth GROUP BY community_no
)
SELECT n.community_no, k.community, b.born, n.age, n.members, n.value, n.high_value_members,
       f.value - p.value AS change,
       f.joined, f.gone, f.active_members, f.active_share, f.messages, f.content, f.orders, f.spend,
       CASE WHEN n.value IS NULL THEN NULL WHEN n.value < l.line THEN 'SILVER' ELSE 'GOLDEN' END AS stage,
       CASE WHEN n.value IS NOT NULL THEN rank() OVER (ORDER BY n.value DESC NULLS LAST) END    AS place, e.place AS place_before,
       o.verdict, o.week AS below_week, o.weeks AS below_weeks, o.earliest_week, o.latest_week
FROM now n
JOIN community_key k ON k.community_no = n.community_no
JOIN born b ON b.community_no = n.community_no
CROSS JOIN community_run run
JOIN community_line l ON l.measure = 'VALUE'
LEFT JOIN community_week f ON f.community_no = n.community_no AND f.week_no = run.last_full_no
LEFT JOIN community_week p ON p.community_no = n.community_no AND p.week_no = run.last_full_no - 1
LEFT JOIN before e ON e.community_no = n.community_no
LEFT JOIN community_outlook o ON o.community_no = n.community_no AND o.measure = 'VALUE'
