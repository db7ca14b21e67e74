-- An order is a basket: its amount is the sum of its lines, its time that of its first line.
-- The file's times are the shops' local times; without a zone they are taken as the brand's.
SELECT 'Order Completed'                        AS event,
       min(transaction_timestamp)               AS ts,
       household_id                             AS id_household,
       'basket-' || basket_id                   AS event_id,
       sum(CAST(sales_value AS DECIMAL(18, 2))) AS amount,
       'USD'                                    AS currency,
       sum(quantity)                            AS quantity,
       basket_id                                AS object,
       {
           'order_id': basket_id,
           'store_id': any_value(store_id),
           'discount': sum(CAST(retail_disc + coupon_disc + coupon_match_disc AS DECIMAL(18, 2))),
           'products': list({'product_id': product_id, 'quantity': quantity, 'price': sales_value} ORDER BY product_id)
       }                                        AS properties
FROM input
GROUP BY household_id, basket_id
