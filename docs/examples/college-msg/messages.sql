-- Blank-separated: sender, receiver, seconds since 1970.
SELECT 'Message Sent'       AS event,
       f[3]                 AS ts,
       f[1]                 AS id_student,
       f[2]                 AS object,
       {'receiver': f[2]}   AS properties
FROM (SELECT string_split(trim(line), ' ') AS f FROM input)
