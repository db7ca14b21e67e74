-- In which layer each member stood when a period of the global holdout began, and what a message costs.
CREATE TABLE experiment_holdout_layer (
    holdout_id bigint NOT NULL REFERENCES experiment_global_holdout ON DELETE CASCADE,
    layer      text NOT NULL,
    noted_on   date NOT NULL,
    members    bytea NOT NULL,
    PRIMARY KEY (holdout_id, layer)
);

CREATE TABLE experiment_touch_cost (
    channel text PRIMARY KEY,
    cost    numeric(12, 4) NOT NULL CHECK (cost >= 0)
);
