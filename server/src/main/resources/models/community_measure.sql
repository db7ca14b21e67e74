-- community_measure: which series are forecast? Community value and active share, per full week after the founding week.
-- inputs: community_week
-- grain:  community, measure, full week
-- kept:   run
-- z = ln(-ln(1 - share of the ceiling)): the logarithm of the strength behind it. If members speak at random at some rate, the
-- share who spoke is 1 - e^(-rate); a score is 1 - e^(-raw / scale) likewise. A strength that fades by the same share every
-- week is a straight line in z. A silent week counts as half a member, a worthless community as 0.01 points, so that both
-- have a logarithm; likewise at the ceiling.
SELECT community_no, 'VALUE' AS measure, week_no, value AS y,
       ln(-ln(1.0 - least(greatest(value, 0.01), 99.99) / 100.0)) AS z
FROM community_week
WHERE complete AND age >= 1 AND members > 0 AND value IS NOT NULL
UNION ALL
SELECT community_no, 'ACTIVITY' AS measure, week_no, active_share AS y,
       ln(-ln(1.0 - least(greatest(active_share, 0.5 / belonged), 1.0 - 0.5 / belonged))) AS z
FROM community_week
WHERE complete AND age >= 1 AND members > 0
