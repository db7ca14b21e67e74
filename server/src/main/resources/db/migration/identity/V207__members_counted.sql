-- How many live members there are, without counting five million rows: numbers are gapless, so it is those given out less
-- those whose row has gone. All who delete members hold the members' lock, so the one row is never fought over.
ALTER TABLE member_counter ADD gone integer NOT NULL DEFAULT 0;
UPDATE member_counter SET gone = last_member - (SELECT count(*) FROM member);
COMMENT ON COLUMN member_counter.gone IS 'Numbers whose member was merged, erased or forgotten';

CREATE FUNCTION count_gone_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE member_counter SET gone = gone + (SELECT count(*) FROM gone_member) WHERE EXISTS (SELECT FROM gone_member);
    RETURN NULL;
END
$$;
CREATE TRIGGER member_gone AFTER DELETE ON member
    REFERENCING OLD TABLE AS gone_member
    FOR EACH STATEMENT EXECUTE FUNCTION count_gone_members();
