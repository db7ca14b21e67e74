-- Members and what they are known by. Text compares by bytes: keys are codes, not words.

CREATE TABLE member_counter (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    last_member integer NOT NULL,
    last_change bigint  NOT NULL
);
COMMENT ON TABLE member_counter IS 'Gapless member numbers, and the number of the last change readers can follow';
INSERT INTO member_counter (last_member, last_change) VALUES (0, 0);

CREATE TABLE member (
    member_no  integer PRIMARY KEY,
    created_at timestamptz NOT NULL,
    channel    text,
    channel_ts timestamptz,
    changed    bigint NOT NULL
);
COMMENT ON TABLE member IS 'Live members: a merged or erased one has no row';
CREATE INDEX member_changed ON member USING brin (changed);

CREATE TABLE member_alias (
    member_no integer PRIMARY KEY,
    into_no   integer NOT NULL,
    changed   bigint  NOT NULL
);
COMMENT ON TABLE member_alias IS 'Merged member to survivor, flattened: into_no is never itself merged';
CREATE INDEX member_alias_into ON member_alias (into_no);

CREATE TABLE member_merge (
    member_no  integer PRIMARY KEY,
    into_no    integer NOT NULL,
    merged_at  timestamptz NOT NULL,
    event_id   text NOT NULL,
    kind       text NOT NULL,
    key        text NOT NULL,
    other_kind text NOT NULL,
    other_key  text NOT NULL
);
COMMENT ON TABLE member_merge IS 'Why two members became one: the event that carried both identifiers';
CREATE INDEX member_merge_into ON member_merge (into_no);

CREATE TABLE identifier (
    kind      text COLLATE "C" NOT NULL,
    key       text COLLATE "C" NOT NULL,
    member_no integer NOT NULL,
    linked_at timestamptz NOT NULL,
    source    text NOT NULL,
    event_id  text NOT NULL,
    PRIMARY KEY (kind, key)
);
COMMENT ON COLUMN identifier.linked_at IS 'Time of the event which linked it to its member';
CREATE INDEX identifier_member ON identifier (member_no);

CREATE TABLE identifier_kind (
    kind        text COLLATE "C" PRIMARY KEY,
    strong      boolean NOT NULL,
    most        integer NOT NULL CHECK (most BETWEEN 1 AND 1000),
    most_a_week integer NOT NULL CHECK (most_a_week BETWEEN 1 AND 1000)
);
COMMENT ON TABLE identifier_kind IS 'A strong kind names a person, a weak one a thing people share; how many values a member may hold, ever and within seven days. A kind that is not listed is as user.';
INSERT INTO identifier_kind (kind, strong, most, most_a_week) VALUES
    ('user',            true,    5,  5),
    ('customer',        true,    5,  5),
    ('card',            true,    5,  5),
    ('phone',           true,    5,  5),
    ('email',           true,    5,  5),
    ('unionid',         true,    5,  5),
    ('external_userid', true,   20, 20),
    ('openid',          true,   20, 20),
    ('device',          false,  50, 10),
    ('anonymous',       false, 500, 50);

CREATE TABLE identifier_block (
    value text COLLATE "C" PRIMARY KEY CHECK (value = lower(value))
);
COMMENT ON TABLE identifier_block IS 'Values which name nobody, whatever their kind; compared in lower case. Values of zeros and dashes only are blocked besides.';
INSERT INTO identifier_block (value) VALUES
    (''), ('anonymous'), ('null'), ('undefined'), ('none'), ('nan'), ('nil'), ('n/a'), ('na'), ('-1'), ('test'),
    ('unknown'), ('guest'), ('true'), ('false'), ('[object object]'), ('匿名'), ('无'), ('未知'), ('测试'),
    ('11111111111'), ('12345678901'), ('ffffffff-ffff-ffff-ffff-ffffffffffff');

CREATE TABLE identifier_refusal (
    kind       text COLLATE "C" NOT NULL,
    key        text COLLATE "C" NOT NULL,
    other_kind text COLLATE "C" NOT NULL,
    other_key  text COLLATE "C" NOT NULL,
    reason     text NOT NULL,
    refused_at timestamptz NOT NULL,
    event_id   text NOT NULL,
    PRIMARY KEY (kind, key, other_kind, other_key)
);
COMMENT ON TABLE identifier_refusal IS 'Links not made: an event carried both identifiers, yet they stay with their own members';
