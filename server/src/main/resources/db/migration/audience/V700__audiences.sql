-- Saved audiences: what they ask, who is in at the end of each day, and who came and went.
CREATE TABLE audience (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ready      TEXT UNIQUE,
    name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    note       TEXT NOT NULL DEFAULT '',
    folder     TEXT NOT NULL DEFAULT '',
    owner      TEXT NOT NULL,
    version    INTEGER NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL,
    deleted_at TIMESTAMPTZ
);
COMMENT ON COLUMN audience.ready IS 'Key of the ready-made audience it was made from; a deleted one does not come back';

CREATE TABLE audience_version (
    audience_id BIGINT NOT NULL REFERENCES audience (id),
    version     INTEGER NOT NULL,
    expression  JSONB NOT NULL,
    hash        TEXT NOT NULL,
    note        TEXT NOT NULL,
    created_by  TEXT NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (audience_id, version)
);

CREATE TABLE audience_use (
    audience_id BIGINT NOT NULL REFERENCES audience (id),
    uses_id     BIGINT NOT NULL REFERENCES audience (id),
    PRIMARY KEY (audience_id, uses_id)
);
COMMENT ON TABLE audience_use IS 'Which audiences the current version of an audience asks for';
CREATE INDEX audience_use_uses ON audience_use (uses_id);

-- Bitmaps are those of RoaringBitmap's portable format, over member_no.
CREATE TABLE audience_snapshot (
    audience_id BIGINT NOT NULL REFERENCES audience (id),
    day         DATE NOT NULL,
    version     INTEGER NOT NULL,
    position    BIGINT NOT NULL,
    members     BIGINT NOT NULL,
    bitmap      BYTEA NOT NULL,
    taken_at    TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (audience_id, day)
);
COMMENT ON COLUMN audience_snapshot.position IS 'The last change that is in it: who is in now is the latest snapshot and the changes after that';

CREATE TABLE audience_change (
    position    BIGINT PRIMARY KEY,
    audience_id BIGINT NOT NULL REFERENCES audience (id),
    version     INTEGER NOT NULL,
    at          TIMESTAMPTZ NOT NULL,
    entered     INTEGER NOT NULL,
    "left"      INTEGER NOT NULL,
    members     BIGINT NOT NULL,
    entered_bitmap BYTEA NOT NULL,
    left_bitmap BYTEA NOT NULL
);
CREATE INDEX audience_change_audience ON audience_change (audience_id, position);

CREATE TABLE audience_counter (
    only_row BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (only_row),
    position BIGINT NOT NULL
);
COMMENT ON TABLE audience_counter IS 'The position of the last change; held while one is written, so positions are the order of commits';
INSERT INTO audience_counter (position) VALUES (0);

CREATE TABLE audience_consumer (
    consumer TEXT PRIMARY KEY,
    position BIGINT NOT NULL,
    moved_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE audience_consumer IS 'How far who reacts to changes has come; moved in the transaction of the reaction';

CREATE TABLE audience_list (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       TEXT NOT NULL,
    rows       BIGINT NOT NULL,
    members    BIGINT NOT NULL,
    unknown    BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    bitmap     BYTEA NOT NULL
);
COMMENT ON TABLE audience_list IS 'Uploaded lists: the members found, not what was uploaded';
