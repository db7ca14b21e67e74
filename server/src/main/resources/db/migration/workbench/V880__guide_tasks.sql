CREATE TABLE guide_task (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key           TEXT COLLATE "C" NOT NULL UNIQUE,
    member_no     INTEGER NOT NULL,
    title         TEXT NOT NULL,
    words         TEXT NOT NULL,
    attachments   JSONB NOT NULL,
    origin_kind   TEXT NOT NULL,
    origin_id     TEXT NOT NULL,
    origin_node   TEXT,
    category      TEXT NOT NULL,
    owner         TEXT,
    opened_at     TIMESTAMPTZ NOT NULL,
    due_at        TIMESTAMPTZ NOT NULL,
    snoozed_until TIMESTAMPTZ,
    outcome       TEXT CHECK (outcome IN ('SENT', 'REPLIED', 'NOT_REACHED', 'REFUSED', 'NOT_NEEDED')),
    note          TEXT NOT NULL DEFAULT '',
    done_by       TEXT,
    done_at       TIMESTAMPTZ
);
COMMENT ON COLUMN guide_task.key IS 'Of the message that is to be said: one task for each';
COMMENT ON COLUMN guide_task.owner IS 'User name of the guide; null: any guide may take it';
CREATE INDEX guide_task_open ON guide_task (owner, due_at) WHERE outcome IS NULL;
CREATE INDEX guide_task_member ON guide_task (member_no);
CREATE INDEX guide_task_done ON guide_task (done_at) WHERE outcome IS NOT NULL;
