-- An attempt that is under way and an earlier one of which nobody knows are two things; a block is of an address.

ALTER TABLE message ADD COLUMN doubted_at timestamptz;
UPDATE message SET doubted_at = started_at, started_at = NULL
WHERE started_at IS NOT NULL AND state NOT IN ('SENDING', 'SENT');
COMMENT ON COLUMN message.started_at IS 'When this attempt was handed over; null where it was not, or has ended';
COMMENT ON COLUMN message.doubted_at IS 'When the first attempt was handed over of which nobody knows whether the provider took it';

ALTER TABLE message_block ADD COLUMN address text;
COMMENT ON COLUMN message_block.address IS 'Which address is blocked; null where the member is, whatever the address. Personal data';
