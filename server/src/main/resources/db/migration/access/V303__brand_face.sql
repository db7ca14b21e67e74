-- What the brand is called and which language it speaks by default, where no setting of the server says so. One row at most.
CREATE TABLE brand_face (
    sole       boolean     PRIMARY KEY DEFAULT true CHECK (sole),
    name       text        CHECK (length(name) BETWEEN 1 AND 100),
    locale     text        CHECK (length(locale) BETWEEN 1 AND 35),
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL
);
