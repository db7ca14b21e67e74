-- A user may be an employee of WeCom: the contacts of that employee are theirs.
ALTER TABLE access_user ADD COLUMN wecom_employee TEXT UNIQUE CHECK (length(wecom_employee) BETWEEN 1 AND 64);
COMMENT ON COLUMN access_user.wecom_employee IS 'The userid WeCom knows them by; null: none';
