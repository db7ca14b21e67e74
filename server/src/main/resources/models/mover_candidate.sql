-- mover_candidate: who may have risen or fallen most in the last :mover_days days?
-- inputs: mover_range
-- grain:  member, at most twice :mover_candidates
-- kept:   run
SELECT member_no, rise_most, fall_most
FROM (SELECT * FROM mover_range WHERE rise_most > 0.0 ORDER BY rise_most DESC, member_no LIMIT :mover_candidates) AS risen
UNION
SELECT member_no, rise_most, fall_most
FROM (SELECT * FROM mover_range WHERE fall_most > 0.0 ORDER BY fall_most DESC, member_no LIMIT :mover_candidates) AS fallen
