-- Every import there ever was; its files are in DATA/imports/ID.
CREATE SEQUENCE import_id;

CREATE TABLE import (
    id          bigint      PRIMARY KEY,
    source      text        NOT NULL,
    file_name   text        NOT NULL,
    format      text        NOT NULL,
    encoding    text        NOT NULL,
    map         text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    phase       text        NOT NULL DEFAULT 'waiting',
    read        bigint      NOT NULL DEFAULT 0,
    mapped      bigint      NOT NULL DEFAULT 0,
    accepted    bigint      NOT NULL DEFAULT 0,
    duplicate   bigint      NOT NULL DEFAULT 0,
    rejected    bigint      NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL,
    started_at  timestamptz,
    finished_at timestamptz,
    problem     jsonb
);
CREATE INDEX import_to_do ON import (id) WHERE state IN ('WAITING', 'RUNNING');
