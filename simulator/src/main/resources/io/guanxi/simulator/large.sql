-- A day of the large brand, imported like any other file.
SELECT event_id, event, ts, member_no::VARCHAR AS id_customer, community, amount, currency, quantity, object, properties
FROM input
