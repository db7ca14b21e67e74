CREATE TABLE event_drift (
    event TEXT PRIMARY KEY,
    basis UUID NOT NULL,
    drifted INTEGER NOT NULL
);
COMMENT ON TABLE event_drift IS 'How many properties of each event name drifted, as of the last look';
COMMENT ON COLUMN event_drift.basis IS 'digest of what was looked at: the same files need no second look';
