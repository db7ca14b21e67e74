-- What is to be said to customers by their employees: WeCom only makes a task of it, which an employee has to confirm.
CREATE TABLE wecom_task (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    msgid      TEXT,
    state      TEXT NOT NULL,
    made_at    TIMESTAMPTZ NOT NULL,
    due_at     TIMESTAMPTZ NOT NULL,
    polls      INTEGER NOT NULL DEFAULT 0,
    customers  INTEGER NOT NULL,
    trouble    TEXT
);
COMMENT ON COLUMN wecom_task.state IS 'CALLING, ASKING, DONE, LOST: asking is whether employees have confirmed it';
COMMENT ON COLUMN wecom_task.due_at IS 'When to ask next; while calling, when the call is lost';
CREATE INDEX wecom_task_due ON wecom_task (due_at) WHERE state IN ('CALLING', 'ASKING');

CREATE TABLE wecom_task_message (
    key             TEXT PRIMARY KEY,
    external_userid TEXT NOT NULL,
    content         TEXT NOT NULL,
    said            JSONB NOT NULL,
    written_at      TIMESTAMPTZ NOT NULL,
    due_at          TIMESTAMPTZ NOT NULL,
    attempts        INTEGER NOT NULL DEFAULT 0,
    doubts          INTEGER NOT NULL DEFAULT 0,
    task            BIGINT,
    done_at         TIMESTAMPTZ
);
COMMENT ON COLUMN wecom_task_message.key IS 'Of the intent';
COMMENT ON COLUMN wecom_task_message.content IS 'A digest of what is said: customers to whom the same is said share a task';
CREATE INDEX wecom_task_message_waiting ON wecom_task_message (content, due_at) WHERE task IS NULL AND done_at IS NULL;
CREATE INDEX wecom_task_message_task ON wecom_task_message (task, external_userid) WHERE task IS NOT NULL;
CREATE INDEX wecom_task_message_customer ON wecom_task_message (external_userid);
