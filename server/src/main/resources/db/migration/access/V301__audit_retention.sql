-- The trail stays append-only but for one thing: retention may remove what is old. Nobody removes what is younger than a month.
CREATE INDEX audit_time ON audit USING brin (at);

CREATE FUNCTION audit_expires_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('guanxi.audit_expiry', true) = 'on' AND OLD.at < now() - interval '30 days' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the audit trail is append-only';
END $$;

DROP TRIGGER audit_append_only ON audit;

CREATE TRIGGER audit_append_only
    BEFORE UPDATE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

CREATE TRIGGER audit_expiry
    BEFORE DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_expires_only();
