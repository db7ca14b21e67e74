-- People who log in to the console.
CREATE TABLE access_user (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    username      text        NOT NULL UNIQUE CHECK (username = lower(username)),
    password_hash text        NOT NULL,
    role          text        NOT NULL,
    locale        text        NOT NULL,
    created_at    timestamptz NOT NULL,
    last_login_at timestamptz
);

-- Logins. Only the hash of the cookie is kept, so the table opens no session.
CREATE TABLE access_session (
    token_hash   bytea PRIMARY KEY,
    user_id      bigint      NOT NULL REFERENCES access_user ON DELETE CASCADE,
    address      text        NOT NULL,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL
);
CREATE INDEX access_session_user ON access_session (user_id);

-- Keys of machines: an API key has a role, a write key a source. Only the hash of the secret is kept.
CREATE TABLE access_key (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind         text        NOT NULL CHECK (kind IN ('API', 'WRITE')),
    name         text        NOT NULL,
    prefix       text        NOT NULL,
    secret_hash  bytea       NOT NULL,
    role         text CHECK ((role IS NOT NULL) = (kind = 'API')),
    source       text CHECK ((source IS NOT NULL) = (kind = 'WRITE')),
    preset       boolean     NOT NULL,
    created_by   text        NOT NULL,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    UNIQUE (kind, secret_hash)
);

-- Who did or saw what. Subjects and details name things by number, never by personal data.
CREATE TABLE audit (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    actor_kind text        NOT NULL,
    actor      text        NOT NULL,
    address    text        NOT NULL,
    action     text        NOT NULL,
    subject    text        NOT NULL,
    detail     jsonb       NOT NULL
);
CREATE INDEX audit_subject ON audit (subject, id);

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is append-only';
END $$;

CREATE TRIGGER audit_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
