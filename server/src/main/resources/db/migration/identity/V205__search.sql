-- Members are looked for by what somebody types: an identifier of any kind, or a name.
CREATE INDEX identifier_key ON identifier (key);
CREATE INDEX trait_name ON trait (value) WHERE name = 'name';
