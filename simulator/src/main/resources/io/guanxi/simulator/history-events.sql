-- What people did, one row an event, in order of time; a person is seen by the identifiers of the place.
SELECT getvariable('run') || '-' || deed.n AS event_id,
       kind.event,
       deed.ts::TIMESTAMP AT TIME ZONE 'UTC' AS ts,
       CASE WHEN deed.seen & 1 <> 0 THEN person.unionid END          AS unionid,
       CASE WHEN deed.seen & 2 <> 0 THEN person.openid END           AS openid,
       CASE WHEN deed.seen & 4 <> 0 THEN person.external_userid END  AS external_userid,
       CASE WHEN deed.seen & 8 <> 0 THEN person.phone END            AS phone,
       CASE WHEN deed.seen & 16 <> 0 THEN person.card END            AS card,
       CASE WHEN deed.seen & 32 <> 0 THEN person.device END          AS device,
       CASE WHEN deed.seen & 64 <> 0 THEN person.anonymous END       AS anonymous,
       community.name                                                AS community,
       CASE WHEN deed.cents >= 0 THEN (deed.cents::DECIMAL(18, 2) / 100)::DECIMAL(18, 2) END AS amount,
       CASE WHEN deed.cents >= 0 THEN 'CNY' END                      AS currency,
       nullif(deed.quantity, 0)                                      AS quantity,
       object.body                                                   AS object,
       properties.body                                               AS properties
FROM deed
JOIN kind USING (kind)
JOIN person USING (person)
LEFT JOIN community USING (community)
LEFT JOIN word AS object ON object.word = deed.object
LEFT JOIN word AS properties ON properties.word = deed.properties
