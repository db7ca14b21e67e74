-- Waits until a time of day look for the zone of everybody who comes to them; few members have one.
CREATE INDEX trait_zone ON trait (member_no) WHERE name = 'timezone';
