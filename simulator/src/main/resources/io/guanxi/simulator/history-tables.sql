-- What the simulation hands over; history-members.sql and history-events.sql make the brand's export of it.
-- Times are UTC. A sign is a bit of deed.seen, in the order of person's identifier columns.
CREATE TABLE deed (n INTEGER, ts TIMESTAMP_MS, kind TINYINT, seen TINYINT, person INTEGER, community SMALLINT,
                   cents BIGINT, quantity SMALLINT, object INTEGER, properties INTEGER);
CREATE TABLE kind (kind TINYINT, event VARCHAR);
CREATE TABLE community (community SMALLINT, name VARCHAR);
CREATE TABLE word (word INTEGER, body VARCHAR);
CREATE TABLE person (person INTEGER, joined TIMESTAMP_MS,
                     unionid VARCHAR, openid VARCHAR, external_userid VARCHAR, phone VARCHAR, card VARCHAR,
                     device VARCHAR, anonymous VARCHAR,
                     stranger BOOLEAN, twofold BOOLEAN, name VARCHAR, gender VARCHAR, city VARCHAR, birth_year INTEGER,
                     channel VARCHAR, guide VARCHAR);
CREATE TABLE consent (person INTEGER, channel VARCHAR, given BOOLEAN, withdrawn TIMESTAMP_MS);
