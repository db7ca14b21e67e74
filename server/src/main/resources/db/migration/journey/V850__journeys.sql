CREATE TABLE journey (
    id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ready        TEXT UNIQUE,
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    state        TEXT NOT NULL CHECK (state IN ('DRAFT', 'RUNNING', 'PAUSED', 'STOPPED')),
    draft        JSONB NOT NULL,
    revision     INTEGER NOT NULL DEFAULT 1,
    published    INTEGER NOT NULL DEFAULT 0,
    version_id   INTEGER,
    owner        TEXT NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    changed_at   TIMESTAMPTZ NOT NULL,
    next_at      TIMESTAMPTZ,
    trouble      TEXT,
    deleted_at   TIMESTAMPTZ
);
COMMENT ON COLUMN journey.ready IS 'Key of the ready-made journey it was made from; a deleted one does not come back';
COMMENT ON COLUMN journey.revision IS 'Counts the drafts: who saves says which one they edited';
COMMENT ON COLUMN journey.published IS 'Number of the latest published version, 0 before the first';
COMMENT ON COLUMN journey.version_id IS 'The version that members enter';
COMMENT ON COLUMN journey.next_at IS 'When an entry by schedule is due next';
COMMENT ON COLUMN journey.trouble IS 'Why it did not get on at the last try';

CREATE TABLE journey_version (
    id           INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    journey_id   BIGINT NOT NULL REFERENCES journey (id),
    version      INTEGER NOT NULL,
    definition   JSONB NOT NULL,
    note         TEXT NOT NULL,
    published_by TEXT NOT NULL,
    published_at TIMESTAMPTZ NOT NULL,
    active       BOOLEAN NOT NULL DEFAULT TRUE,
    UNIQUE (journey_id, version)
);

CREATE TABLE journey_node (
    id         INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES journey_version (id),
    key        TEXT NOT NULL,
    UNIQUE (version_id, key)
);
COMMENT ON TABLE journey_node IS 'Numbers the nodes of all versions, so that an instance says in four bytes where it stands';

-- One row for a member in a journey, whatever it waits for and however long. Widest columns first: no padding.
CREATE TABLE journey_instance (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entered_at TIMESTAMPTZ NOT NULL,
    due_at     TIMESTAMPTZ,
    goal_at    TIMESTAMPTZ,
    ended_at   TIMESTAMPTZ,
    ended      BIGINT NOT NULL DEFAULT 0,
    parent     BIGINT,
    journey_id BIGINT NOT NULL,
    version_id INTEGER NOT NULL,
    node       INTEGER NOT NULL,
    member_no  INTEGER NOT NULL,
    arriving   BOOLEAN NOT NULL,
    key        TEXT COLLATE "C" NOT NULL DEFAULT '',
    outcome    TEXT
) WITH (fillfactor = 80);
COMMENT ON COLUMN journey_instance.due_at IS 'When it goes on; null where it has ended or waits for another journey';
COMMENT ON COLUMN journey_instance.ended IS '0 while it lives, its id afterwards: one living instance for each member, journey and key';
COMMENT ON COLUMN journey_instance.parent IS 'The instance that waits for the end of this one';
COMMENT ON COLUMN journey_instance.arriving IS 'Its node is still to be carried out; else it waits there';
CREATE UNIQUE INDEX journey_instance_once ON journey_instance (member_no, journey_id, key, ended);
CREATE INDEX journey_instance_due ON journey_instance (journey_id, due_at) WHERE due_at IS NOT NULL;

CREATE TABLE journey_history (
    instance_id BIGINT NOT NULL,
    at          TIMESTAMPTZ NOT NULL,
    node        INTEGER NOT NULL,
    outcome     TEXT NOT NULL
);
COMMENT ON TABLE journey_history IS 'When an instance left which node, and how';
CREATE INDEX journey_history_instance ON journey_history (instance_id);

CREATE TABLE journey_count (
    node    INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    n       BIGINT NOT NULL
);
COMMENT ON TABLE journey_count IS 'Sums to be added up: every batch appends its own, so that processes never wait for each other; folded now and then';
CREATE INDEX journey_count_node ON journey_count (node);

CREATE TABLE journey_position (
    only_row     BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (only_row),
    alias_change BIGINT NOT NULL
);
COMMENT ON TABLE journey_position IS 'Up to which change to members their merges are followed';
INSERT INTO journey_position (alias_change) VALUES (0);
COMMENT ON COLUMN journey_version.active IS 'Members may be in it: events are compared with it';
