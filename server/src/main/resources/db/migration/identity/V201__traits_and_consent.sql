-- What members said of themselves, and what they allowed.

CREATE TABLE trait (
    member_no integer NOT NULL,
    name      text COLLATE "C" NOT NULL,
    value     text NOT NULL,
    ts        timestamptz NOT NULL,
    source    text NOT NULL,
    event_id  text COLLATE "C" NOT NULL,
    PRIMARY KEY (member_no, name)
);
COMMENT ON TABLE trait IS 'The latest value, by event time, of each trait; a JSON value, null once it was taken back';

CREATE TABLE consent (
    member_no    integer NOT NULL,
    channel      text COLLATE "C" NOT NULL,
    granted      boolean NOT NULL,
    since        timestamptz NOT NULL,
    confirmed_at timestamptz NOT NULL,
    source       text NOT NULL,
    event_id     text COLLATE "C" NOT NULL,
    PRIMARY KEY (member_no, channel)
);
COMMENT ON TABLE consent IS 'Whether a member may be reached on a channel: what was said last, by event time';

CREATE TABLE consent_change (
    member_no  integer NOT NULL,
    channel    text COLLATE "C" NOT NULL,
    ts         timestamptz NOT NULL,
    event_id   text COLLATE "C" NOT NULL,
    granted    boolean NOT NULL,
    source     text NOT NULL,
    learned_at timestamptz NOT NULL,
    PRIMARY KEY (member_no, channel, ts, event_id)
);
COMMENT ON TABLE consent_change IS 'Proof: every time a consent was given or taken back';
