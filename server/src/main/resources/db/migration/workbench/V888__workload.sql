-- How many tasks a guide is given a day, and where the others go.
CREATE TABLE workload (
    only_row    BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (only_row),
    tasks_a_day INTEGER CHECK (tasks_a_day BETWEEN 1 AND 1000),
    overflow    TEXT NOT NULL DEFAULT 'NEXT_DAY' CHECK (overflow IN ('NEXT_DAY', 'OTHER_GUIDE'))
);
COMMENT ON COLUMN workload.tasks_a_day IS 'Of every guide; null: as many as come';
INSERT INTO workload DEFAULT VALUES;

CREATE TABLE guide_workload (
    guide       TEXT PRIMARY KEY,
    tasks_a_day INTEGER NOT NULL CHECK (tasks_a_day BETWEEN 0 AND 1000)
);
COMMENT ON TABLE guide_workload IS 'Guides, by user name, with a limit of their own; 0: none for now';
