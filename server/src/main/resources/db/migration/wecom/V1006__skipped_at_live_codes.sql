-- What a live code promises newcomers and could not keep since it was last changed, for somebody to see.
CREATE TABLE wecom_live_code_skip (
    code      BIGINT NOT NULL REFERENCES wecom_live_code ON DELETE CASCADE,
    kind      TEXT NOT NULL CHECK (kind IN ('TAG', 'TEMPLATE', 'JOURNEY')),
    number    BIGINT NOT NULL,
    newcomers BIGINT NOT NULL,
    last_at   TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (code, kind, number)
);
COMMENT ON COLUMN wecom_live_code_skip.number IS 'Which tag, template or journey is gone, or does not run';
COMMENT ON COLUMN wecom_live_code_skip.newcomers IS 'How many went without it';
