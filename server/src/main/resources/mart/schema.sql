-- The mart's own tables. All of it is derived: delete the file and it is rebuilt from the lake and PostgreSQL.
-- A change here needs a new version in MartFile; the mart is then rebuilt at the next start.

-- Which shape the mart has; in which currency its money is added up, the brand's; how far it has followed the lake and identity's changes; how many rows of member_day there
-- were when the tables below were last put in order.
CREATE TABLE mart_state (
    version       INTEGER NOT NULL,
    currency      VARCHAR NOT NULL,
    sequence      BIGINT NOT NULL,
    followed_at   TIMESTAMPTZ,
    member_change BIGINT NOT NULL,
    ordered_rows  BIGINT NOT NULL
);

-- Dictionaries: the facts below carry small numbers instead of words.
CREATE TABLE event_name (event_no INTEGER NOT NULL, event VARCHAR NOT NULL);
CREATE TABLE community_key (community_no INTEGER NOT NULL, community VARCHAR NOT NULL);

-- What each member did on each day. Grain after a fold: member, day, event. Times are UTC, days the brand's;
-- amounts are those in the brand's currency alone.
CREATE TABLE member_day (
    member_no INTEGER NOT NULL,
    day       DATE NOT NULL,
    event_no  INTEGER NOT NULL,
    n         INTEGER NOT NULL,
    amount    DECIMAL(18,2),
    quantity  DOUBLE,
    first_ts  TIMESTAMP NOT NULL,
    last_ts   TIMESTAMP NOT NULL
);

-- The same once more for whoever asks who did a thing within some days: its rows lie side by side, at a tenth of the bytes.
CREATE TABLE event_member (
    event_no  INTEGER NOT NULL,
    day       DATE NOT NULL,
    member_no INTEGER NOT NULL,
    n         INTEGER NOT NULL
);

-- The same as member_day for what happened in a community. Grain after a fold: community, member, day, event.
CREATE TABLE community_day (
    community_no INTEGER NOT NULL,
    member_no    INTEGER NOT NULL,
    day          DATE NOT NULL,
    event_no     INTEGER NOT NULL,
    n            INTEGER NOT NULL,
    amount       DECIMAL(18,2)
);

-- What is in no amount above: money of other currencies than the brand's, which cannot be added to it. Partial sums, never folded.
CREATE TABLE other_money (
    member_no INTEGER NOT NULL,
    day       DATE NOT NULL,
    event_no  INTEGER NOT NULL,
    currency  VARCHAR NOT NULL,
    n         INTEGER NOT NULL,
    amount    DECIMAL(18,2) NOT NULL
);

-- Days that received more than one batch since they were folded.
CREATE TABLE day_state (day DATE PRIMARY KEY, batches INTEGER NOT NULL);

-- Copies of what identity knows, brought up to date at each fold.
CREATE TABLE member_alias (member_no INTEGER NOT NULL, into_no INTEGER NOT NULL);
CREATE TABLE member (member_no INTEGER NOT NULL, created_day DATE NOT NULL, channel VARCHAR);
