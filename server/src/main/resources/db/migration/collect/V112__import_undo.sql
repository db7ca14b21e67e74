-- Imports that were taken back, or are being taken back. A row that is RUNNING is gone on with at the next start.
CREATE TABLE import_undo (
    import_id   bigint      PRIMARY KEY REFERENCES import (id),
    state       text        NOT NULL CHECK (state IN ('RUNNING', 'DONE')),
    asked_by    text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    finished_at timestamptz,
    events      bigint      NOT NULL DEFAULT 0,
    members     integer     NOT NULL DEFAULT 0,
    problem     text
);
CREATE INDEX import_undo_to_do ON import_undo (import_id) WHERE state = 'RUNNING';
