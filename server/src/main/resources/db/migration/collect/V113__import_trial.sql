-- A file can be tried as a whole before it is taken: TRIED holds what would become of it.
ALTER TABLE import
    ADD COLUMN trial       boolean NOT NULL DEFAULT false,
    ADD COLUMN new_members bigint,
    ADD COLUMN merges      bigint,
    DROP CONSTRAINT import_state_check,
    ADD CONSTRAINT import_state_check CHECK (state IN ('WAITING', 'RUNNING', 'TRIED', 'DONE', 'FAILED', 'CANCELLED'));
