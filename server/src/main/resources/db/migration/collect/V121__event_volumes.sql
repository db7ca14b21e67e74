CREATE TABLE event_volume (
    file TEXT NOT NULL,
    source TEXT NOT NULL,
    event TEXT NOT NULL,
    day DATE NOT NULL,
    n BIGINT NOT NULL,
    late BIGINT NOT NULL,
    first_ts TIMESTAMPTZ NOT NULL,
    last_ts TIMESTAMPTZ NOT NULL,
    newest TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (file, source, event, day)
);
COMMENT ON TABLE event_volume IS 'What each file of the lake holds, counted once: a file never changes';
COMMENT ON COLUMN event_volume.late IS 'received more than a day after they happened';
COMMENT ON COLUMN event_volume.newest IS 'when the last of them was received';
