CREATE TABLE sandbox_time (
    only_row      BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (only_row),
    sandbox       BOOLEAN NOT NULL,
    ahead_seconds BIGINT NOT NULL DEFAULT 0 CHECK (ahead_seconds >= 0 AND (sandbox OR ahead_seconds = 0))
);
COMMENT ON TABLE sandbox_time IS 'Whether this brand is a sandbox, fixed by its first start, and how far its clock was advanced';
