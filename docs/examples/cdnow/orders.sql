-- Blank-separated without a header: master id, sample id, yyyymmdd, number of CDs, dollars. Days are the brand's days.
SELECT 'Order Completed'          AS event,
       strptime(f[3], '%Y%m%d')   AS ts,
       f[1]                       AS id_customer,
       f[5]                       AS amount,
       'USD'                      AS currency,
       f[4]                       AS quantity
FROM (SELECT string_split_regex(trim(line), '\s+') AS f FROM input)
