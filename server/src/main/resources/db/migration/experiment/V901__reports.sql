-- Reports as they were last worked out, and finished experiments that came as a file: their report, not their rows.
CREATE TABLE experiment_report (
    experiment_id bigint NOT NULL REFERENCES experiment ON DELETE CASCADE,
    population    text NOT NULL,
    report        jsonb NOT NULL,
    made_at       timestamptz NOT NULL,
    PRIMARY KEY (experiment_id, population)
);

CREATE TABLE experiment_finished (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL,
    file_name  text NOT NULL,
    map        text NOT NULL,
    report     jsonb NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL
);

-- How a member stood in the last scoring run before they were exposed: parts of the members that the treatment cannot move.
ALTER TABLE experiment_exposure
    ADD COLUMN stage text,
    ADD COLUMN layer text,
    ADD COLUMN rfm   text,
    ADD COLUMN value real;
