-- community_forecast: what is expected of a community in each of the next 52 weeks?
-- inputs: community_fit, community_backtest, calendar_ahead
-- grain:  one row per measure, community and week ahead
-- kept:   mart
-- The 80 % band is ±1.2816 standard errors of the logarithm: as the back-test found them for one to four weeks (never falling
-- with the distance), beyond that growing with the square root of the distance. Without a back-test, the same from the fit's
-- own deviations.
WITH found AS (
    SELECT measure, max(ahead) AS furthest, max(spread) AS widest
    FROM community_backtest
    GROUP BY measure
),
width AS (
    SELECT f.measure, h.ahead,
           max(CASE WHEN t.ahead <= h.ahead THEN t.spread END) AS seen,
           max(f.furthest) AS furthest, max(f.widest) AS widest
    FROM found f
    CROSS JOIN calendar_ahead h
    JOIN community_backtest t ON t.measure = f.measure
    GROUP BY f.measure, h.ahead
),
expected AS (
    SELECT f.measure, f.community_no, h.ahead, h.week,
           f.level + f.slope * h.ahead + f.last_deviation * power(f.memory, h.ahead) AS z,
           1.2816 * CASE
               WHEN w.ahead <= w.furthest THEN coalesce(w.seen, w.widest)
               WHEN w.ahead > w.furthest THEN w.widest * sqrt(CAST(w.ahead AS DOUBLE) / w.furthest)
               ELSE f.spread_of_weeks * sqrt(CAST(h.ahead AS DOUBLE))
           END AS half
    FROM community_fit f
    CROSS JOIN calendar_ahead h
    LEFT JOIN width w ON w.measure = f.measure AND w.ahead = h.ahead
    WHERE f.origin = 0
)
SELECT measure, community_no, ahead, week,
       ceiling * (1.0 - exp(-exp(z)))        AS expected,
       ceiling * (1.0 - exp(-exp(z - half))) AS low,
       ceiling * (1.0 - exp(-exp(z + half))) AS high
FROM (SELECT e.*, CASE WHEN measure = 'VALUE' THEN 100.0 ELSE 1.0 END AS ceiling FROM expected e) bounded
ORDER BY community_no, measure, ahead
