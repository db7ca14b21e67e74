-- What the CRM knows: a profile for everybody who signed up; a second, from the till, for those whose card is not yet known
-- to be theirs; a row for every consent that was taken back.
WITH consents AS (
    SELECT person,
           bool_or(given) FILTER (WHERE channel = 'wecom')            AS wecom,
           bool_or(given) FILTER (WHERE channel = 'sms')              AS sms,
           bool_or(given) FILTER (WHERE channel = 'official_account') AS official_account
    FROM consent GROUP BY person
),
rows AS (
    SELECT 'profile' AS what, 'Profile Updated' AS event, p.joined AS ts, p.person,
           p.unionid, p.openid, p.external_userid,
           CASE WHEN NOT p.twofold THEN p.phone END AS phone,
           CASE WHEN NOT p.twofold THEN p.card END  AS card,
           p.device, p.name, p.gender, p.city, p.birth_year, p.channel, p.guide,
           c.wecom AS consent_wecom, c.sms AS consent_sms, c.official_account AS consent_official_account
    FROM person p JOIN consents c USING (person)
    WHERE NOT p.stranger
    UNION ALL BY NAME
    SELECT 'till' AS what, 'Profile Updated' AS event, joined AS ts, person, phone, card, name
    FROM person WHERE twofold
    UNION ALL BY NAME
    SELECT 'withdrawn-' || c.channel AS what, 'Profile Updated' AS event, c.withdrawn AS ts, p.person, p.external_userid,
           CASE WHEN c.channel = 'wecom' THEN false END            AS consent_wecom,
           CASE WHEN c.channel = 'sms' THEN false END              AS consent_sms,
           CASE WHEN c.channel = 'official_account' THEN false END AS consent_official_account
    FROM consent c JOIN person p USING (person)
    WHERE c.withdrawn IS NOT NULL AND NOT p.stranger
)
SELECT getvariable('run') || '-' || what || '-' || person AS event_id,
       * EXCLUDE (what, person) REPLACE (ts::TIMESTAMP AT TIME ZONE 'UTC' AS ts)
FROM rows
ORDER BY ts, event_id
