-- Tags: what they are called, who carries them, and what happened to them.
CREATE TABLE tag_group (
    id         INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
    note       TEXT NOT NULL DEFAULT '',
    created_by TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX tag_group_name ON tag_group (lower(name));

CREATE TABLE tag (
    id          INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    group_id    INTEGER NOT NULL REFERENCES tag_group (id),
    name        TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
    colour      TEXT NOT NULL,
    note        TEXT NOT NULL DEFAULT '',
    members     BIGINT NOT NULL DEFAULT 0,
    created_by  TEXT NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    archived_at TIMESTAMPTZ,
    deleted_at  TIMESTAMPTZ
);
COMMENT ON COLUMN tag.members IS 'How many carry it; moves with every change';
CREATE UNIQUE INDEX tag_name ON tag (group_id, lower(name)) WHERE deleted_at IS NULL;

CREATE TABLE tag_source (
    id        INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL,
    reference TEXT NOT NULL,
    UNIQUE (kind, name, reference)
);
COMMENT ON TABLE tag_source IS 'Who or what puts tags on members: a user, a key, a rule, an import, a channel';

CREATE TABLE member_tag (
    tag_id     INTEGER NOT NULL,
    member_no  INTEGER NOT NULL,
    source_id  INTEGER NOT NULL,
    tagged_at  TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (tag_id, member_no)
);
COMMENT ON TABLE member_tag IS 'Who carries what. No foreign keys: they would cost a trigger a row, and millions of rows come at once';
CREATE INDEX member_tag_member ON member_tag (member_no);
CREATE INDEX member_tag_expiry ON member_tag (expires_at) WHERE expires_at < 'infinity';

-- Bitmaps are those of RoaringBitmap's portable format, over member_no.
CREATE TABLE tag_change (
    position       BIGINT PRIMARY KEY,
    tag_id         INTEGER NOT NULL REFERENCES tag (id),
    at             TIMESTAMPTZ NOT NULL,
    reason         TEXT NOT NULL,
    source_id      INTEGER NOT NULL REFERENCES tag_source (id),
    added          INTEGER NOT NULL,
    removed        INTEGER NOT NULL,
    members        BIGINT NOT NULL,
    added_bitmap   BYTEA NOT NULL,
    removed_bitmap BYTEA NOT NULL
);
COMMENT ON TABLE tag_change IS 'Who got a tag and who lost it, in the order of commits: who carried it on a past day is who carries it now, with the changes since then undone';
CREATE INDEX tag_change_tag ON tag_change (tag_id, position);
CREATE INDEX tag_change_at ON tag_change (at);

CREATE TABLE tag_counter (
    only_row      BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (only_row),
    position      BIGINT NOT NULL,
    member_change BIGINT NOT NULL
);
COMMENT ON TABLE tag_counter IS 'The position of the last change, held while one is written; and the last merge of members that tags have followed';
INSERT INTO tag_counter (position, member_change) VALUES (0, 0);
