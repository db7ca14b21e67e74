-- Reading everything that WeCom knows, part by part; and tags, which go both ways.
CREATE TABLE wecom_sync (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    started_at  TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    stage       TEXT NOT NULL,
    block       INTEGER NOT NULL DEFAULT 0,
    cursor      TEXT NOT NULL DEFAULT '',
    employees   INTEGER NOT NULL DEFAULT 0,
    contacts    BIGINT NOT NULL DEFAULT 0,
    chats       INTEGER NOT NULL DEFAULT 0,
    tags        INTEGER NOT NULL DEFAULT 0,
    trouble     TEXT
);
COMMENT ON TABLE wecom_sync IS 'A reading of everything; stage, block and cursor say where it goes on';
CREATE UNIQUE INDEX wecom_sync_running ON wecom_sync ((TRUE)) WHERE finished_at IS NULL;

CREATE TABLE wecom_employee (
    employee TEXT PRIMARY KEY,
    name     TEXT,
    asked    BIGINT NOT NULL DEFAULT 0,
    gone_at  TIMESTAMPTZ
);
COMMENT ON COLUMN wecom_employee.asked IS 'The sync that asked for the name last';

CREATE TABLE wecom_chat_due (
    chat TEXT PRIMARY KEY
);
COMMENT ON TABLE wecom_chat_due IS 'Group chats that the sync has still to read';

ALTER TABLE wecom_contact ADD COLUMN seen BIGINT NOT NULL DEFAULT 0;
COMMENT ON COLUMN wecom_contact.seen IS 'The sync that saw it last';

CREATE TABLE wecom_tag (
    tag      TEXT PRIMARY KEY,
    group_id TEXT NOT NULL,
    name     TEXT NOT NULL,
    own      INTEGER UNIQUE,
    gone_at  TIMESTAMPTZ
);
COMMENT ON COLUMN wecom_tag.own IS 'The tag of ours that is the same; null where there may be no more';

ALTER TABLE wecom_customer ADD COLUMN carried TEXT[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN wecom_customer.carried IS 'Tags of WeCom that the member has got because of it';

CREATE TABLE wecom_mark (
    external_userid TEXT NOT NULL,
    employee        TEXT NOT NULL,
    tag             TEXT NOT NULL,
    put_on          BOOLEAN NOT NULL,
    due_at          TIMESTAMPTZ NOT NULL,
    attempts        INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (external_userid, employee, tag)
);
COMMENT ON TABLE wecom_mark IS 'Tags that are still to be put on, or taken off, in WeCom';
CREATE INDEX wecom_mark_due ON wecom_mark (due_at);

CREATE TABLE wecom_tag_position (
    only_row BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (only_row),
    position BIGINT NOT NULL
);
COMMENT ON TABLE wecom_tag_position IS 'The last change of our tags that was carried over to WeCom';
INSERT INTO wecom_tag_position (position) VALUES (0);
