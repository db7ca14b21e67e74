-- community_backtest: how wrong would the forecast have been on the last four full weeks, had it not seen them?
-- inputs: community_fit, community_measure
-- grain:  one row per measure and weeks ahead (1 to 4)
-- kept:   mart
-- Errors are forecast minus outcome, in the unit of the measure; the naive forecast is "stays as in the last known week".
WITH tried AS (
    SELECT f.measure, CASE WHEN f.measure = 'VALUE' THEN 100.0 ELSE 1.0 END AS ceiling, m.week_no - f.origin_no AS ahead, m.y, m.z, f.last_y,
           f.level + f.slope * (m.week_no - f.origin_no)
               + f.last_deviation * power(f.memory, m.week_no - f.origin_no) AS forecast_z
    FROM community_fit f
    JOIN community_measure m ON m.measure = f.measure AND m.community_no = f.community_no AND m.week_no > f.origin_no
    WHERE f.origin = 4
)
SELECT measure, ahead, count(*) AS communities,
       round(avg(abs(ceiling * (1.0 - exp(-exp(forecast_z))) - y)), 9) AS mean_absolute_error,
       round(avg(ceiling * (1.0 - exp(-exp(forecast_z))) - y), 9)      AS bias,
       round(avg(abs(last_y - y)), 9)  AS naive_mean_absolute_error,
       round(avg(last_y - y), 9)       AS naive_bias,
       round(sqrt(avg((forecast_z - z) * (forecast_z - z))), 9) AS spread
FROM tried
GROUP BY measure, ahead
ORDER BY measure, ahead
