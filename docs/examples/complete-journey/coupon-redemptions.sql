-- Days without a time: taken as midnight of that day in the brand's zone.
SELECT 'Coupon Applied'              AS event,
       redemption_date               AS ts,
       household_id                  AS id_household,
       coupon_upc                    AS object,
       {'coupon_id': coupon_upc, 'campaign_id': campaign_id} AS properties
FROM input
