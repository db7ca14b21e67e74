-- Lines of a finished experiment's file that could not be read: where and why, not what stands in them.
ALTER TABLE experiment_finished ADD COLUMN rejects jsonb NOT NULL DEFAULT '[]';
