-- events.parquet of the sample brand: what people did. Each place knows people by its own identifiers.
SELECT event_id, event, ts,
       unionid         AS id_unionid,
       openid          AS id_openid,
       external_userid AS id_external_userid,
       phone           AS id_phone,
       card            AS id_card,
       device          AS id_device,
       anonymous       AS id_anonymous,
       community, amount, currency, quantity, object, properties
FROM input
