CREATE TABLE wecom_media (
    url   TEXT COLLATE "C" PRIMARY KEY,
    media TEXT NOT NULL,
    until TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE wecom_media IS 'Pictures that WeCom was handed, and its ids of them';
COMMENT ON COLUMN wecom_media.until IS 'After that WeCom has forgotten it';
