-- Lists of members as people keep them: filters, order and columns under a name.
CREATE TABLE member_view (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner      TEXT NOT NULL,
    name       TEXT NOT NULL,
    query      JSONB NOT NULL,
    shared     BOOLEAN NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL,
    UNIQUE (owner, name)
);
