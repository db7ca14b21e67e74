-- What people say in their own words goes the road of all messages, by a template of nothing but those words.
CREATE TABLE own_words_template (
    channel  TEXT PRIMARY KEY,
    template BIGINT NOT NULL REFERENCES message_template (id)
);
