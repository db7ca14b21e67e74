-- A message of a group chat. Slack's clock is UTC. The text itself stays out; its length is enough for scoring.
SELECT 'Message Sent'                        AS event,
       ts AT TIME ZONE 'UTC'                 AS ts,
       "user"                                AS id_slack,
       team || '/' || channel                AS community,
       year_file || '-' || conversation_id   AS object,
       {'conversation_id': year_file || '-' || conversation_id, 'length': length(text)} AS properties
FROM input
