-- What waits until it makes no sense any more is kept back, whether a claim comes by or not.
CREATE INDEX message_expiring ON message (expires_at) WHERE state IN ('WAITING', 'HELD') AND expires_at IS NOT NULL;
