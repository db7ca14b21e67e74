-- How often an import was cut off at work: one that ends the server each time is not tried for ever.
ALTER TABLE import ADD COLUMN attempts int NOT NULL DEFAULT 0;

-- The last import whose event ids event_key knows, by the receipt the lake keeps of it. Events of the inbox up to the
-- position may have been acknowledged before that, so the road compares them with the lake whatever their age.
CREATE TABLE noted_import (
    receipt  text   NOT NULL,
    position bigint NOT NULL
);
INSERT INTO noted_import (receipt, position) VALUES ('', 0);
