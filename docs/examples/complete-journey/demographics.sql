-- What is known about a household. The file has no time; the year of the data begins on 2017-01-01. NA means not known.
SELECT 'Profile Updated'             AS event,
       'identify'                    AS type,
       DATE '2017-01-01'             AS ts,
       household_id                  AS id_household,
       nullif(age, 'NA')             AS trait_age,
       nullif(income, 'NA')          AS trait_income,
       nullif(home_ownership, 'NA')  AS trait_home_ownership,
       nullif(marital_status, 'NA')  AS trait_marital_status,
       nullif(CAST(household_size AS VARCHAR), 'NA') AS trait_household_size,
       nullif(household_comp, 'NA')  AS trait_household_comp,
       nullif(CAST(kids_count AS VARCHAR), 'NA')     AS trait_kids_count
FROM input
