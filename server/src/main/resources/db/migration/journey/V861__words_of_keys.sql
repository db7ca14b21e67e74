-- Who is let in with a key may be let in with words of that key: what messages say of it, such as a community's name.
CREATE TABLE journey_key (
    journey_id BIGINT NOT NULL REFERENCES journey (id),
    key        TEXT COLLATE "C" NOT NULL,
    said       JSONB NOT NULL,
    PRIMARY KEY (journey_id, key)
);
COMMENT ON TABLE journey_key IS 'Values for templates, told when members were let in with a key; the last told hold for all with that key';
