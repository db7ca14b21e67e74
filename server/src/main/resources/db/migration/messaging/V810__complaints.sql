-- That a member complained of a message, or wanted no more of its channel because of it.
ALTER TABLE message ADD COLUMN complained_at timestamptz, ADD COLUMN unsubscribed_at timestamptz;
