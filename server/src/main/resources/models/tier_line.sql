-- tier_line: how much must a member have spent to be a top spender?
-- inputs: member_purchase
-- grain:  one row
-- kept:   run
-- The line is drawn so that :tier_share of the buyers reach it, or more where several share the amount at the line. The
-- line before is the one of :month_days earlier.
SELECT
    (SELECT -percentile_disc(:tier_share) WITHIN GROUP (ORDER BY -tier_spend)
     FROM member_purchase WHERE tier_spend > 0) AS line,
    (SELECT -percentile_disc(:tier_share) WITHIN GROUP (ORDER BY -tier_spend_before)
     FROM member_purchase WHERE tier_spend_before > 0) AS line_before
