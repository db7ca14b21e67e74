-- Reports read the messages of some days; rows lie in the order in which they were intended.
CREATE INDEX message_created ON message USING brin (created_at);
