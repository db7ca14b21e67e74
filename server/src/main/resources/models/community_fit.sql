-- community_fit: which trend does a community follow: its own, drawn towards that of all as far as its own is uncertain?
-- inputs: community_run, community_measure
-- grain:  measure, origin (0: all full weeks are known; 4: the last four are held back), community
-- kept:   run
-- z = level + slope * week by least squares over the last 8 known weeks. Shrinkage (empirical Bayes, method of moments):
-- spread = max(0, variance of the slopes - mean of their squared errors); slope = pooled + spread / (spread + error^2) *
-- (own - pooled). A rise is not carried on: slope is at most 0. memory is what one week's deviation leaves in the next, the
-- pooled lag-1 autocorrelation r, corrected for its bias in n detrended weeks, -(2 + 4 r) / n (Marriott & Pope 1954,
-- Kendall 1954): (n r + 2) / (n - 4). Sums are rounded at the ninth digit, beneath which the order of adding would show.
WITH known AS (
    SELECT o.origin, run.last_full_no - o.origin AS origin_no, m.community_no, m.measure, m.week_no, m.y, m.z,
           CAST(m.week_no - (run.last_full_no - o.origin) AS DOUBLE) AS x
    FROM community_measure m
    CROSS JOIN community_run run
    CROSS JOIN (SELECT 0 AS origin UNION ALL SELECT 4 AS origin) o
    WHERE m.week_no <= run.last_full_no - o.origin AND m.week_no > run.last_full_no - o.origin - 8
),
line AS (
    SELECT measure, origin, origin_no, community_no, count(*) AS fitted_weeks,
           round(avg(x), 9) AS mean_x, round(avg(z), 9) AS mean_z,
           round(regr_sxx(z, x), 9) AS sxx, round(regr_sxy(z, x), 9) AS sxy, round(regr_syy(z, x), 9) AS syy,
           max(CASE WHEN x = 0 THEN y END) AS last_y
    FROM known
    GROUP BY measure, origin, origin_no, community_no
    HAVING count(*) >= 6
),
own AS (
    SELECT measure, origin, origin_no, community_no, fitted_weeks, mean_x, mean_z, sxx, sxy, last_y,
           sxy / sxx                                                            AS own_slope,
           greatest(0, syy - sxy * sxy / sxx) / (fitted_weeks - 2) / sxx        AS squared_error
    FROM line
),
pooled AS (
    SELECT measure, origin, round(sum(sxy) / sum(sxx), 9) AS pooled_slope,
           round(greatest(0, coalesce(var_samp(own_slope), 0) - avg(squared_error)), 9) AS spread
    FROM own
    GROUP BY measure, origin
),
drawn AS (
    SELECT o.measure, o.origin, o.origin_no, o.community_no, o.fitted_weeks, o.mean_x, o.mean_z, o.last_y, o.own_slope,
           p.pooled_slope,
           least(0.0, p.pooled_slope + (o.own_slope - p.pooled_slope)
               * CASE WHEN p.spread + o.squared_error > 0 THEN p.spread / (p.spread + o.squared_error) ELSE 1 END) AS slope
    FROM own o
    JOIN pooled p ON p.measure = o.measure AND p.origin = o.origin
),
deviation AS (
    SELECT d.measure, d.origin, d.community_no, d.fitted_weeks, k.x,
           k.z - (d.mean_z + d.slope * (k.x - d.mean_x)) AS e,
           lag(k.z - (d.mean_z + d.slope * (k.x - d.mean_x)))
               OVER (PARTITION BY d.measure, d.origin, d.community_no ORDER BY k.x) AS before
    FROM drawn d
    JOIN known k ON k.measure = d.measure AND k.origin = d.origin AND k.community_no = d.community_no
),
remembered AS (
    SELECT measure, origin,
           round(least(1.0, greatest(0.0, (max(fitted_weeks) * sum(e * before) / nullif(sum(before * before), 0) + 2.0)
               / (max(fitted_weeks) - 4.0))), 9) AS memory,
           round(sqrt(avg(e * e)), 9) AS spread_of_weeks
    FROM deviation
    GROUP BY measure, origin
)
SELECT d.measure, d.origin, d.origin_no, d.community_no, d.fitted_weeks, d.last_y,
       d.own_slope, d.pooled_slope, d.slope,
       d.mean_z - d.slope * d.mean_x                 AS level,
       coalesce(e.e, 0)                              AS last_deviation,
       coalesce(r.memory, 0.0) AS memory, r.spread_of_weeks
FROM drawn d
JOIN remembered r ON r.measure = d.measure AND r.origin = d.origin
LEFT JOIN deviation e ON e.measure = d.measure AND e.origin = d.origin AND e.community_no = d.community_no AND e.x = 0
