CREATE TABLE journey_call (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key           TEXT COLLATE "C" NOT NULL UNIQUE,
    journey_id    BIGINT NOT NULL,
    node          INTEGER NOT NULL,
    member_no     INTEGER NOT NULL,
    url           TEXT NOT NULL,
    body          TEXT NOT NULL,
    state         TEXT NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'DONE', 'DEAD')),
    attempts      INTEGER NOT NULL DEFAULT 0,
    made_at       TIMESTAMPTZ NOT NULL,
    due_at        TIMESTAMPTZ NOT NULL,
    claimed_until TIMESTAMPTZ,
    ended_at      TIMESTAMPTZ,
    trouble       TEXT
);
COMMENT ON TABLE journey_call IS 'What webhooks of journeys tell other systems; written in the transaction that moves the member';
COMMENT ON COLUMN journey_call.key IS 'The idempotency key: the same at every attempt';
COMMENT ON COLUMN journey_call.claimed_until IS 'By the machine''s clock: until then a server is at it';
CREATE INDEX journey_call_due ON journey_call (due_at) WHERE state = 'WAITING';
CREATE INDEX journey_call_dead ON journey_call (journey_id, id) WHERE state = 'DEAD';
CREATE INDEX journey_call_member ON journey_call (member_no);
