-- The key of short links is there from the start: one that is made with the first link could be lost with its transaction.

INSERT INTO messaging_secret (links)
VALUES (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
ON CONFLICT DO NOTHING;
