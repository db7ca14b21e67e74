-- A rule keeps a tag on a member beside whoever else put it there: each has its own word on how long.
ALTER TABLE member_tag ADD COLUMN rule_source_id INTEGER;
COMMENT ON COLUMN member_tag.rule_source_id IS 'The rule that keeps it there now, or null. Where it is the source too, nobody else said so; expires_at is that of the others'' word';
