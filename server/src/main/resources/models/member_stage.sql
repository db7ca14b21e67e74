-- member_stage: where does each member stand on the road awareness, interest, purchase, loyalty (AIPL)?
-- inputs: member_rfm
-- grain:  member
-- kept:   view
-- A stage is held for some calendar months after its last signal: the words of member_fact. The same function, stage_at, gives
-- stage_flow the months before.
-- Source: Alibaba's AIPL model of a brand's consumer assets.
SELECT v.*, stage_at(interest_held, purchase_held, loyalty_held, 0) AS stage
FROM member_rfm AS v
