-- Tags made here that WeCom is to have as well, and what WeCom refused: that stays, with its reason.
CREATE TABLE wecom_tag_group (
    group_id  INTEGER PRIMARY KEY,
    shared_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE wecom_tag_group IS 'Groups of our tags that are made in WeCom as well';

CREATE TABLE wecom_tag_unmade (
    own    INTEGER PRIMARY KEY,
    reason TEXT NOT NULL,
    at     TIMESTAMPTZ NOT NULL,
    due_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE wecom_tag_unmade IS 'Tags of ours that WeCom did not make, and when it is asked again';

ALTER TABLE wecom_tag ADD COLUMN seen_at TIMESTAMPTZ NOT NULL DEFAULT '-infinity';
COMMENT ON COLUMN wecom_tag.seen_at IS 'When the list was asked for that showed it last: an older one does not know that it is gone';

ALTER TABLE wecom_mark ADD COLUMN trouble TEXT, ADD COLUMN refused_at TIMESTAMPTZ;
COMMENT ON COLUMN wecom_mark.refused_at IS 'Since when WeCom is not asked again by itself';
CREATE INDEX wecom_mark_refused ON wecom_mark (refused_at) WHERE refused_at IS NOT NULL;

-- Those who are contacts already are looked at once as well.
ALTER TABLE wecom_contact ADD COLUMN marks_due BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE wecom_contact ALTER COLUMN marks_due SET DEFAULT FALSE;
COMMENT ON COLUMN wecom_contact.marks_due IS 'Began a while ago: what the member carries already is still to be put on in WeCom';
CREATE INDEX wecom_contact_marks_due ON wecom_contact (external_userid) WHERE marks_due;
