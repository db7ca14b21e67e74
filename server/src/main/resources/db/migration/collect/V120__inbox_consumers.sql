CREATE TABLE inbox_consumer (
    consumer TEXT PRIMARY KEY,
    position BIGINT NOT NULL,
    moved_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE inbox_consumer IS 'How far who reacts to tracked events has come; moved in the transaction of the reaction';
