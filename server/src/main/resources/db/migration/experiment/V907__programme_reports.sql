-- Reports of layers, touchpoints and quarters as they were last worked out.
CREATE TABLE experiment_programme_report (
    kind      text NOT NULL CHECK (kind IN ('LAYERS', 'TOUCHPOINTS', 'PROGRAMME')),
    span      text NOT NULL,        -- 2026-07-01/2026-09-30, or 2026-Q3
    basis     text NOT NULL,        -- all but the events it stands on: with another basis it answers another question
    data      text NOT NULL,        -- what the events of its days added up to
    report    jsonb NOT NULL,
    made_at   timestamptz NOT NULL,
    opened_at timestamptz NOT NULL, -- to the hour
    PRIMARY KEY (kind, span)
);
