-- Fits of the lifetime models, every one of them. Those that are done have a version; the last version is in force.
CREATE TABLE lifetime_fit (
    id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    state        TEXT NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    as_of        DATE NOT NULL,
    version      INTEGER UNIQUE,
    requested_by TEXT NOT NULL,
    requested_at TIMESTAMPTZ NOT NULL,
    started_at   TIMESTAMPTZ,
    finished_at  TIMESTAMPTZ,
    found        JSONB,
    problem_code TEXT,
    problem      TEXT
);
