-- What waits for employees to confirm it can be taken back, by member or by what it comes of.
ALTER TABLE wecom_task_message
    ADD COLUMN id BIGINT GENERATED ALWAYS AS IDENTITY,
    ADD COLUMN member_no INTEGER,
    ADD COLUMN origin_kind TEXT COLLATE "C",
    ADD COLUMN origin_id TEXT COLLATE "C",
    ADD COLUMN category TEXT COLLATE "C",
    ADD COLUMN withdrawn TEXT COLLATE "C";
COMMENT ON COLUMN wecom_task_message.withdrawn IS 'Why it is not to be said any more; its task is called off once that holds for all of it';
UPDATE wecom_task_message w
SET member_no = m.member_no, origin_kind = m.origin_kind, origin_id = m.origin_id, category = m.category
FROM message m WHERE m.key = w.key AND w.done_at IS NULL;
CREATE UNIQUE INDEX wecom_task_message_id ON wecom_task_message (id);
CREATE INDEX wecom_task_message_open ON wecom_task_message (member_no) WHERE done_at IS NULL;
