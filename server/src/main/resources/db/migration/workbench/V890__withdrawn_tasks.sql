-- What had a task opened may take it back: nobody did it.
ALTER TABLE guide_task ADD COLUMN withdrawn TEXT COLLATE "C";
COMMENT ON COLUMN guide_task.withdrawn IS 'Why it was taken back; its outcome is NOT_NEEDED, and nobody''s';
