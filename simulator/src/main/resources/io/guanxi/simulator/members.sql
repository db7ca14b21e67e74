-- members.parquet of the sample brand: what its CRM knows about people, and the consents they gave and took back.
SELECT event_id, event, ts,
       unionid                  AS id_unionid,
       openid                   AS id_openid,
       external_userid          AS id_external_userid,
       phone                    AS id_phone,
       card                     AS id_card,
       device                   AS id_device,
       name                     AS trait_name,
       gender                   AS trait_gender,
       city                     AS trait_city,
       birth_year               AS trait_birth_year,
       channel                  AS trait_channel,
       guide                    AS trait_guide,
       consent_wecom            AS trait_consent_wecom,
       consent_sms              AS trait_consent_sms,
       consent_official_account AS trait_consent_official_account
FROM input
