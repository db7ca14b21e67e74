-- What people say about a community; what happens in it comes from events.
CREATE TABLE community (
    key        TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
    name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind       TEXT,
    owner      TEXT,
    created    DATE,
    tags       TEXT[] NOT NULL DEFAULT '{}',
    changed_at TIMESTAMPTZ NOT NULL
);

-- What divides golden from silver: one row, the brand's choice.
CREATE TABLE community_rule (
    only_one      BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (only_one),
    kind          TEXT NOT NULL CHECK (kind IN ('PERCENTILE', 'ABSOLUTE')),
    line          DOUBLE PRECISION NOT NULL CHECK (line >= 0 AND line <= 100),
    activity_line DOUBLE PRECISION NOT NULL CHECK (activity_line >= 0 AND activity_line <= 1)
);
INSERT INTO community_rule (kind, line, activity_line) VALUES ('PERCENTILE', 20, 0.1);
