-- Behaviour of shoppers. The clock shows hours only and is China's, as the brand's is by default; so many rows say the
-- same and all of them count (see docs/decisions).
SELECT CASE behavior_type
           WHEN 1 THEN 'Product Viewed'
           WHEN 2 THEN 'Product Added to Wishlist'
           WHEN 3 THEN 'Product Added'
           WHEN 4 THEN 'Order Completed'
       END                            AS event,
       strptime(time, '%Y-%m-%d %H')  AS ts,
       user_id                        AS id_user,
       item_id                        AS object,
       {'product_id': item_id, 'category': item_category, 'geohash': user_geohash} AS properties
FROM input
