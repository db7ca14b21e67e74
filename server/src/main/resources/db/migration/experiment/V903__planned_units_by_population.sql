-- The exposed are fewer than the intended, so each of the two analyses has a size of its own at which it is sharpest.
ALTER TABLE experiment RENAME COLUMN planned_units TO planned_exposed;
ALTER TABLE experiment ADD COLUMN planned_intended bigint CHECK (planned_intended >= 1);
