-- The inbox: an ordered log of all events that were acknowledged. Writers commit one after the other (an advisory lock),
-- so position is the commit order and a reader that sees a position has seen all below it.
CREATE SEQUENCE inbox_position;

CREATE TABLE inbox (
    position    bigint         NOT NULL DEFAULT nextval('inbox_position'),
    received_at timestamptz    NOT NULL,
    event_id    text           NOT NULL,
    type        text           NOT NULL,
    event       text           NOT NULL,
    ts          timestamptz    NOT NULL,
    identifiers text           NOT NULL,  -- JSON array of 'kind:key', the strongest first
    community   text,
    amount      numeric(18, 2),
    currency    text,
    quantity    double precision,
    object      text,
    properties  text,                     -- JSON object
    traits      text,                     -- JSON object
    context     text,                     -- JSON object
    source      text           NOT NULL
) PARTITION BY RANGE (received_at);

CREATE INDEX inbox_by_position ON inbox (position);
CREATE TABLE inbox_default PARTITION OF inbox DEFAULT;

-- One row an event id that arrived within the de-duplication window; older ids are looked up in the lake.
CREATE TABLE event_key (
    hash    uuid PRIMARY KEY,
    arrived date NOT NULL
);

-- What the tracking API rejected, with the reason the sender was given.
CREATE TABLE malformed_event (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    received_at timestamptz NOT NULL,
    source      text        NOT NULL,
    code        text        NOT NULL,
    message     text        NOT NULL,
    body        text        NOT NULL
);
CREATE INDEX malformed_event_by_time ON malformed_event (received_at);
