-- What WeCom tells us, and what we know of its customers and group chats.
CREATE TABLE wecom_callback (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key             TEXT NOT NULL UNIQUE,
    received_at     TIMESTAMPTZ NOT NULL,
    happened_at     TIMESTAMPTZ NOT NULL,
    event           TEXT NOT NULL,
    change          TEXT NOT NULL,
    employee        TEXT,
    external_userid TEXT,
    chat            TEXT,
    welcome_code    TEXT,
    claim           UUID,
    due_at          TIMESTAMPTZ NOT NULL,
    attempts        INTEGER NOT NULL DEFAULT 0,
    done_at         TIMESTAMPTZ,
    trouble         TEXT
);
COMMENT ON COLUMN wecom_callback.key IS 'All that tells two callbacks apart: two customers may add in the same second';
COMMENT ON COLUMN wecom_callback.due_at IS 'When it is to be worked off; while it is claimed, when the claim is lost';
CREATE INDEX wecom_callback_due ON wecom_callback (due_at) WHERE done_at IS NULL;
CREATE INDEX wecom_callback_done ON wecom_callback (done_at) WHERE done_at IS NOT NULL;

CREATE TABLE wecom_customer (
    external_userid TEXT PRIMARY KEY,
    unionid         TEXT,
    name            TEXT NOT NULL,
    gender          INTEGER NOT NULL,
    revision        INTEGER NOT NULL DEFAULT 1
);
COMMENT ON COLUMN wecom_customer.revision IS 'Moves whenever something about them changes';

CREATE TABLE wecom_contact (
    employee        TEXT NOT NULL,
    external_userid TEXT NOT NULL,
    since           TIMESTAMPTZ NOT NULL,
    state           TEXT,
    add_way         INTEGER NOT NULL,
    remark          TEXT NOT NULL,
    tags            TEXT[] NOT NULL,
    tags_due        BOOLEAN NOT NULL,
    greeting_due    BOOLEAN NOT NULL,
    ended_at        TIMESTAMPTZ,
    ended_by        TEXT,
    PRIMARY KEY (external_userid, employee)
);
COMMENT ON TABLE wecom_contact IS 'Which customer is the contact of which employee';
COMMENT ON COLUMN wecom_contact.state IS 'Names the live code by which they came';
COMMENT ON COLUMN wecom_contact.tags_due IS 'Their tags in WeCom are still to be carried over to the member';
COMMENT ON COLUMN wecom_contact.greeting_due IS 'What their live code promises is still to be done';
CREATE INDEX wecom_contact_employee ON wecom_contact (employee);
CREATE INDEX wecom_contact_since ON wecom_contact (since);
CREATE INDEX wecom_contact_tags ON wecom_contact (external_userid) WHERE tags_due;
CREATE INDEX wecom_contact_greeting ON wecom_contact (external_userid) WHERE greeting_due;

CREATE TABLE wecom_welcome (
    external_userid TEXT PRIMARY KEY,
    employee        TEXT NOT NULL,
    code            TEXT NOT NULL,
    until           TIMESTAMPTZ NOT NULL,
    tried_at        TIMESTAMPTZ
);
COMMENT ON TABLE wecom_welcome IS 'The last code by which a customer can be welcomed, once and within twenty seconds';
COMMENT ON COLUMN wecom_welcome.tried_at IS 'Set before it is used: that WeCom then says it was used already may be our own doing';

CREATE TABLE wecom_chat (
    chat         TEXT PRIMARY KEY,
    name         TEXT NOT NULL,
    owner        TEXT NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    dismissed_at TIMESTAMPTZ
);

CREATE TABLE wecom_chat_member (
    chat      TEXT NOT NULL,
    person    TEXT NOT NULL,
    customer  BOOLEAN NOT NULL,
    unionid   TEXT,
    joined_at TIMESTAMPTZ NOT NULL,
    left_at   TIMESTAMPTZ,
    PRIMARY KEY (chat, person)
);
CREATE INDEX wecom_chat_member_person ON wecom_chat_member (person);
