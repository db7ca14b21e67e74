-- Who belongs to communities of two arms met both: such members are told and left out of the figures.
ALTER TABLE experiment_exposure ADD COLUMN other_arm smallint;
