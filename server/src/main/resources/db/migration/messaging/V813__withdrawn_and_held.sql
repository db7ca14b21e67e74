-- What was intended can be taken back, and is held while what it comes of pauses.
ALTER TABLE message ADD COLUMN recalled text COLLATE "C";
COMMENT ON COLUMN message.recalled IS 'Why it was taken back: it is not tried again once it comes back from being sent';
CREATE INDEX message_held ON message (member_no) WHERE state = 'HELD';
