-- Whole audiences come into a journey batch by batch; how far that is, is known, and it can be stopped.
CREATE TABLE journey_enrolment (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    journey_id BIGINT NOT NULL REFERENCES journey (id),
    key        TEXT COLLATE "C" NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'CANCELLED')),
    asked      INTEGER NOT NULL,
    seen       INTEGER NOT NULL DEFAULT 0,
    entered    INTEGER NOT NULL DEFAULT 0,
    members    BYTEA,
    last_no    INTEGER NOT NULL DEFAULT 0,
    asked_by   TEXT NOT NULL,
    begun_at   TIMESTAMPTZ NOT NULL,
    ended_at   TIMESTAMPTZ
);
COMMENT ON COLUMN journey_enrolment.members IS 'Who is to enter, a bitmap; null once it has ended';
COMMENT ON COLUMN journey_enrolment.last_no IS 'All up to this member number were looked at';
CREATE INDEX journey_enrolment_journey ON journey_enrolment (journey_id, id);
CREATE INDEX journey_enrolment_running ON journey_enrolment (id) WHERE state = 'RUNNING';
