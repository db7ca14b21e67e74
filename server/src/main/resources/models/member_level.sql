-- member_level: how far has each member grown from an ordinary user to a key opinion consumer (KOC)?
-- inputs: member_layer, koc_line, tier_line
-- grain:  member
-- kept:   view
-- influence is the weighted mean of the content, interaction and social scores which the value model names.
SELECT
    v.*,
    CASE
        WHEN influence >= k.line AND content >= :koc_content
             AND interaction >= :koc_interaction AND social >= :koc_social THEN 'KOC'
        WHEN influence >= :advocate_influence AND content >= :advocate_content
             AND interaction >= :advocate_interaction AND social >= :advocate_social THEN 'ADVOCATE'
        WHEN influence >= :engaged_influence AND content >= :engaged_content
             AND interaction >= :engaged_interaction AND social >= :engaged_social THEN 'ENGAGED'
        ELSE 'ORDINARY'
    END AS level,
    coalesce(tier_spend >= t.line AND tier_spend > 0, FALSE) AS top_spender,
    coalesce(tier_spend_before >= t.line_before AND tier_spend_before > 0, FALSE) AS top_spender_before,
    value > :high_value AS high_value
FROM member_layer AS v
CROSS JOIN koc_line AS k
CROSS JOIN tier_line AS t
