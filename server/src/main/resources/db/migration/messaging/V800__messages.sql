-- What is to be said to members, and what became of it.

CREATE TABLE message_template (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    channel    text COLLATE "C" NOT NULL,
    category   text COLLATE "C" NOT NULL,
    note       text NOT NULL DEFAULT '',
    version    integer NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    deleted_at timestamptz
);
COMMENT ON COLUMN message_template.channel IS 'Never changes: limits and addresses hang on it';

CREATE TABLE message_template_version (
    template_id bigint NOT NULL REFERENCES message_template (id),
    version     integer NOT NULL,
    wording     jsonb NOT NULL,
    created_by  text NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (template_id, version)
);

CREATE TABLE message_content (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    content    jsonb NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    deleted_at timestamptz
);
COMMENT ON TABLE message_content IS 'The content library: texts, pictures, links, mini-program cards';

CREATE TABLE reach_policy (
    version    integer PRIMARY KEY,
    rules      jsonb NOT NULL,
    note       text NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL
);
COMMENT ON TABLE reach_policy IS 'Every version of the reach policy; the highest is in force';

-- No foreign key to the template: it would lock the template's row once for every message.
CREATE TABLE message (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key              text COLLATE "C" NOT NULL UNIQUE,
    member_no        integer NOT NULL,
    template_id      bigint NOT NULL,
    template_version integer,
    channel          text COLLATE "C" NOT NULL,
    category         text COLLATE "C" NOT NULL,
    priority         smallint NOT NULL CHECK (priority BETWEEN 0 AND 9),
    origin_kind      text COLLATE "C" NOT NULL,
    origin_id        text COLLATE "C" NOT NULL,
    origin_node      text COLLATE "C",
    said             jsonb,
    state            text COLLATE "C" NOT NULL,
    reason           text COLLATE "C",
    detail           text,
    created_at       timestamptz NOT NULL,
    due_at           timestamptz NOT NULL,
    expires_at       timestamptz,
    claim            uuid,
    claimed_until    timestamptz,
    started_at       timestamptz,
    attempts         smallint NOT NULL DEFAULT 0,
    doubts           smallint NOT NULL DEFAULT 0,
    admitted_at      timestamptz,
    sent_at          timestamptz,
    delivered_at     timestamptz,
    read_at          timestamptz,
    clicked_at       timestamptz,
    replied_at       timestamptz,
    failed_at        timestamptz,
    provider_id      text COLLATE "C"
) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
COMMENT ON COLUMN message.said IS 'Values of the template''s own variables, a JSON object';
COMMENT ON COLUMN message.doubts IS 'How often we do not know whether a provider took it that knows no key to ask by';
COMMENT ON COLUMN message.started_at IS 'It may have gone out since; null again once the provider said that it did not take it';
COMMENT ON COLUMN message.admitted_at IS 'When the reach policy last let it pass; frequency caps count from the later of this and sent_at';
CREATE INDEX message_due ON message (channel, priority, due_at) WHERE state = 'WAITING';
CREATE INDEX message_sending ON message (channel, claimed_until) WHERE state = 'SENDING';
CREATE INDEX message_dead ON message (id) WHERE state = 'DEAD';
CREATE INDEX message_member ON message (member_no, admitted_at);
CREATE INDEX message_waiting ON message (member_no) WHERE state = 'WAITING';
CREATE INDEX message_provider ON message (provider_id) WHERE provider_id IS NOT NULL;

CREATE TABLE message_note (
    message_id bigint NOT NULL,
    at         timestamptz NOT NULL,
    kind       text COLLATE "C" NOT NULL,
    reason     text COLLATE "C" NOT NULL,
    rule       text,
    until      timestamptz,
    detail     text
);
COMMENT ON TABLE message_note IS 'What held a message up or stopped it, in the order in which it happened';
CREATE INDEX message_note_message ON message_note (message_id);

CREATE TABLE message_tally (
    day         date NOT NULL,
    channel     text COLLATE "C" NOT NULL,
    origin_kind text COLLATE "C" NOT NULL,
    origin_id   text COLLATE "C" NOT NULL,
    origin_node text COLLATE "C" NOT NULL,
    outcome     text COLLATE "C" NOT NULL,
    reason      text COLLATE "C" NOT NULL,
    messages    bigint NOT NULL,
    PRIMARY KEY (origin_kind, origin_id, origin_node, day, channel, outcome, reason)
);
COMMENT ON TABLE message_tally IS 'Messages by day and outcome, counted in the transaction of what they count';
CREATE INDEX message_tally_day ON message_tally (day);

CREATE TABLE message_block (
    member_no integer NOT NULL,
    channel   text COLLATE "C" NOT NULL,
    since     timestamptz NOT NULL,
    reason    text NOT NULL,
    PRIMARY KEY (member_no, channel)
);
COMMENT ON TABLE message_block IS 'Members whom a channel''s provider cannot or may not reach any more';

CREATE TABLE message_pace (
    channel text COLLATE "C" PRIMARY KEY,
    tokens  double precision NOT NULL,
    at      timestamptz NOT NULL
);
COMMENT ON TABLE message_pace IS 'How many messages a channel''s provider may be handed now: one bucket for all servers';

CREATE TABLE short_link (
    code       text COLLATE "C" PRIMARY KEY,
    message_id bigint NOT NULL,
    content_id bigint NOT NULL,
    url        text NOT NULL,
    made_at    timestamptz NOT NULL,
    clicks     integer NOT NULL DEFAULT 0,
    last_click timestamptz
);
CREATE INDEX short_link_message ON short_link (message_id);

CREATE TABLE messaging_secret (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    links    bytea NOT NULL
);
COMMENT ON TABLE messaging_secret IS 'Key from which the codes of short links are made: nobody can guess one';
