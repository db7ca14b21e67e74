-- The size at which verdicts of a live experiment are sharpest: fixed at the first look, since a confidence sequence holds only
-- while its shape stays what it was.
ALTER TABLE experiment ADD COLUMN planned_units bigint CHECK (planned_units >= 1);
