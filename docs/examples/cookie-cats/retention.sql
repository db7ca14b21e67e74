-- One row a player: which gate they met, how many rounds they played in 14 days, and whether they came back.
SELECT userid         AS unit,
       test_version   AS arm,
       CAST(retention_1 AS BOOLEAN) AS retention_1,
       CAST(retention_7 AS BOOLEAN) AS retention_7,
       sum_gamerounds AS game_rounds
FROM input
