-- Every batch appends its sums, which are folded now and then: no two transactions wait for a row of figures.
ALTER TABLE message_tally DROP CONSTRAINT message_tally_pkey;
CREATE INDEX message_tally_origin ON message_tally (origin_kind, origin_id);
