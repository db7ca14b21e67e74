ALTER TABLE journey_call ADD COLUMN reason TEXT CHECK (reason IN ('REFUSED', 'EXHAUSTED'));
UPDATE journey_call SET reason = CASE WHEN attempts >= 8 THEN 'EXHAUSTED' ELSE 'REFUSED' END WHERE state = 'DEAD';
ALTER TABLE journey_call ADD CHECK (state <> 'DEAD' OR reason IS NOT NULL);
