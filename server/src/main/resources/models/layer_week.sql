-- layer_week: do members move to a closer layer as the weeks since joining pass?
-- inputs: member_score
-- grain:  layer, full weeks since joining
-- kept:   mart
SELECT
    layer,
    CAST(floor(days_between(joined_day, :as_of) / 7) AS INTEGER) AS weeks,
    count(*) AS members
FROM member_score
GROUP BY 1, 2
