-- What a guide really said, and what the member answered.
ALTER TABLE guide_task
    ADD COLUMN said TEXT,
    ADD COLUMN said_by TEXT CHECK (said_by IN ('HAND', 'WECOM')),
    ADD COLUMN answer TEXT;
COMMENT ON COLUMN guide_task.said IS 'The words that were really said; null while nothing was';
COMMENT ON COLUMN guide_task.said_by IS 'HAND: the guide said it wherever; WECOM: it was sent from here';
