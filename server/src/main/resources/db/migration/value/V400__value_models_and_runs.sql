-- The value model, every version of it. Version 1 is the one a new brand starts with.
CREATE TABLE value_model_version (
    version    INTEGER PRIMARY KEY,
    model      JSONB NOT NULL,
    note       TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

-- Scoring runs. What they leave in the mart is derived; that they ran, with what and what came out, is not.
CREATE TABLE scoring_run (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    state         TEXT NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    as_of         DATE NOT NULL,
    late_data     TEXT NOT NULL CHECK (late_data IN ('INCLUDE', 'EXCLUDE')),
    model_version INTEGER NOT NULL REFERENCES value_model_version (version),
    requested_by  TEXT NOT NULL,
    requested_at  TIMESTAMPTZ NOT NULL,
    started_at    TIMESTAMPTZ,
    finished_at   TIMESTAMPTZ,
    members       BIGINT,
    communities   BIGINT,
    figures       JSONB NOT NULL DEFAULT '{}',
    problem_code  TEXT,
    problem       TEXT
);
CREATE INDEX scoring_run_open ON scoring_run (id) WHERE state IN ('WAITING', 'RUNNING');
