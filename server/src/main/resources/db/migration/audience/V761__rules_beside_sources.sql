-- Tags that rules put on members are kept there by them; those of rules that have ended stay as they are.
UPDATE member_tag t SET rule_source_id = t.source_id
FROM tag_source s JOIN tag_rule r ON r.id::text = s.reference AND r.removed_at IS NULL
WHERE s.kind = 'RULE' AND t.source_id = s.id AND t.tag_id = r.tag_id;
