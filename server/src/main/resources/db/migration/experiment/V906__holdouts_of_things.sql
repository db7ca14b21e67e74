-- A thing has one holdout that runs, and those that were stopped.
ALTER TABLE experiment DROP CONSTRAINT experiment_subject_key;
CREATE UNIQUE INDEX ON experiment (subject) WHERE state = 'RUNNING';
CREATE INDEX ON experiment (subject);

-- A worker knows no scores: how those stand whom it exposes is noted by the server.
ALTER TABLE experiment_exposure ADD COLUMN standing_noted boolean NOT NULL DEFAULT TRUE;
CREATE INDEX ON experiment_exposure (member_no) WHERE NOT standing_noted;
