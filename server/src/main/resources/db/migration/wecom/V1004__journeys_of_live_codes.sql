ALTER TABLE wecom_live_code ADD COLUMN journey BIGINT;
COMMENT ON COLUMN wecom_live_code.journey IS 'The journey that who comes by it enters, or null';
