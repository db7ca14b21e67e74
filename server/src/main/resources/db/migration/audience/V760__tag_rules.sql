-- Audiences that keep a tag current.
CREATE TABLE tag_rule (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tag_id      INTEGER NOT NULL,
    audience_id BIGINT NOT NULL REFERENCES audience (id),
    name        TEXT NOT NULL,
    since       BIGINT NOT NULL,
    created_by  TEXT NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    removed_at  TIMESTAMPTZ
);
COMMENT ON COLUMN tag_rule.name IS 'The audience''s name when the rule was made: with the rule''s number it says on members who put the tag there';
COMMENT ON COLUMN tag_rule.since IS 'Changes of the audience up to here are in the members whom the rule began with';
CREATE UNIQUE INDEX tag_rule_tag ON tag_rule (tag_id) WHERE removed_at IS NULL;
CREATE INDEX tag_rule_audience ON tag_rule (audience_id) WHERE removed_at IS NULL;
