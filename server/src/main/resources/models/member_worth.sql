-- member_worth: what was each member worth at the end of each of some days, without what some events count for?
-- inputs: member_day, worth_rule
-- grain:  member (who did anything that counts by then), day asked for
-- kept:   run
-- The formulas and the rounding are those of member_value: with no event left out, the day of a run gives the run's values.
SELECT
    member_no,
    seen AS day,
    round(:consumption_weight
        * score_of(greatest(sum(CASE WHEN dimension = 1 THEN micro ELSE 0.0 END), 0.0) / 1000000.0, :consumption_scale)
        + :content_weight
        * score_of(greatest(sum(CASE WHEN dimension = 2 THEN micro ELSE 0.0 END), 0.0) / 1000000.0, :content_scale)
        + :interaction_weight
        * score_of(greatest(sum(CASE WHEN dimension = 3 THEN micro ELSE 0.0 END), 0.0) / 1000000.0, :interaction_scale)
        + :social_weight
        * score_of(greatest(sum(CASE WHEN dimension = 4 THEN micro ELSE 0.0 END), 0.0) / 1000000.0, :social_scale), 4) AS value
FROM (
    SELECT
        d.member_no, r.seen, r.dimension,
        least(d.n, r.daily_cap) * r.micropoints
            + coalesce(money_points(d.amount, r.is_refund, r.micropoints_per_amount), 0.0) AS micro
    FROM member_day AS d
    JOIN worth_rule AS r ON r.event_no = d.event_no AND r.day = d.day
    WHERE d.member_no BETWEEN :member_from AND :member_to
) AS counted
GROUP BY member_no, seen
