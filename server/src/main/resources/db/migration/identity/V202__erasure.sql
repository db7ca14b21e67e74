-- Erasures and the certificates they leave.

CREATE TABLE erasure (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_no   integer NOT NULL,
    state       text NOT NULL CHECK (state IN ('RUNNING', 'DONE')),
    reason      text NOT NULL,
    asked_by    text NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    problem     text,
    salt        text NOT NULL,
    proofs      text[] NOT NULL,
    parts       jsonb NOT NULL DEFAULT '[]',
    numbers     integer[] NOT NULL,
    identifiers text[] NOT NULL
);
COMMENT ON COLUMN erasure.proofs IS 'SHA-256 of salt and kind:key in hex: proves that an identifier was erased to whoever knows it';
COMMENT ON COLUMN erasure.identifiers IS 'What is to be erased, so that a restart can go on; emptied when all is done';
CREATE UNIQUE INDEX erasure_running ON erasure (member_no) WHERE state = 'RUNNING';

