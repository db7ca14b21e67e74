-- Live codes: who comes by one is known to come from its channel and scene.
CREATE TABLE wecom_live_code (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    state       TEXT NOT NULL UNIQUE CHECK (length(state) BETWEEN 1 AND 30),
    name        TEXT NOT NULL,
    channel     TEXT NOT NULL,
    scene       TEXT NOT NULL,
    employees   TEXT[] NOT NULL,
    tags        INTEGER[] NOT NULL,
    template    BIGINT,
    config      TEXT,
    picture     TEXT,
    created_by  TEXT NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    archived_at TIMESTAMPTZ
);
COMMENT ON COLUMN wecom_live_code.state IS 'What WeCom says of everyone who comes by it';
COMMENT ON COLUMN wecom_live_code.tags IS 'Numbers of tags that they get';
COMMENT ON COLUMN wecom_live_code.template IS 'What they are told at once, or null';
COMMENT ON COLUMN wecom_live_code.config IS 'What WeCom calls it';
CREATE UNIQUE INDEX wecom_live_code_name ON wecom_live_code (lower(name)) WHERE archived_at IS NULL;

ALTER TABLE wecom_contact ADD COLUMN talked_at TIMESTAMPTZ;
COMMENT ON COLUMN wecom_contact.talked_at IS 'When the customer first said something one to one after they came';
