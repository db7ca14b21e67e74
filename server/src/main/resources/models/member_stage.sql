-- member_stage: where does each member stand on the road awareness, interest, purchase, loyalty (AIPL)?
-- inputs: member_rfm
-- grain:  member
-- kept:   view
-- The rule is the function stage_at, the same that stage_flow applies to the months before.
-- Source: Alibaba's AIPL model of a brand's consumer assets.
SELECT v.*, stage_at(interest_months, advocacy_months, order_months, repeat_months, 0) AS stage
FROM member_rfm AS v
