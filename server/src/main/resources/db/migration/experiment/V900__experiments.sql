-- Experiments and holdouts: who is compared, and who met what when.
CREATE TABLE experiment (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject      text UNIQUE,                 -- kind:number of the thing a holdout belongs to
    design       jsonb NOT NULL,
    salt         text NOT NULL UNIQUE,
    layer        text,
    layer_from   integer NOT NULL DEFAULT 0,  -- its part of the layer, in ten-thousandths
    layer_until  integer NOT NULL DEFAULT 10000,
    state        text NOT NULL CHECK (state IN ('DRAFT', 'RUNNING', 'STOPPED')),
    created_by   text NOT NULL,
    created_at   timestamptz NOT NULL,
    started_at   timestamptz,
    stopped_at   timestamptz,
    CHECK (0 <= layer_from AND layer_from < layer_until AND layer_until <= 10000)
);

-- What happened: the first exposure of each member.
CREATE TABLE experiment_exposure (
    experiment_id bigint NOT NULL REFERENCES experiment ON DELETE CASCADE,
    member_no     integer NOT NULL,
    arm           smallint NOT NULL,
    cluster       text,
    exposed_at    timestamptz NOT NULL,
    PRIMARY KEY (experiment_id, member_no)
);

-- What was meant: who was assigned, exposed or not.
CREATE TABLE experiment_intention (
    experiment_id bigint NOT NULL REFERENCES experiment ON DELETE CASCADE,
    arm           smallint NOT NULL,
    at            timestamptz NOT NULL,
    members       bytea NOT NULL
);
CREATE INDEX ON experiment_intention (experiment_id);

CREATE TABLE experiment_global_holdout (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    salt        text NOT NULL UNIQUE,
    share       double precision NOT NULL CHECK (share > 0 AND share <= 0.2),
    from_day    date NOT NULL,
    until_day   date NOT NULL,                -- its last day
    created_by  text NOT NULL,
    created_at  timestamptz NOT NULL,
    CHECK (from_day <= until_day)
);
CREATE INDEX ON experiment_exposure (member_no);
