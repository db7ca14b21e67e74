package io.guanxi.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says whose events are, for events that were resolved before: each identifier leads to a member by now. */
@Component
public class ArrivedMembers {

    private static final int WEAK = 1_000_000;

    private final JdbcClient postgres;

    ArrivedMembers(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /**
     * Fills {@code member_no} in the temporary table {@code arrived_event (position bigint, identifiers text, member_no
     * integer)} of this transaction: the member of the strongest identifier, as resolving a batch does it. Events of whom
     * nobody knows, or who was erased meanwhile, keep a null.
     */
    public void fill() {
        postgres.sql("""
                        UPDATE arrived_event SET member_no = found.member_no
                        FROM (SELECT DISTINCT ON (part.position) part.position, i.member_no
                              FROM (SELECT position, place, lower(trim(split_part(identifier, ':', 1))) AS kind,
                                           substr(identifier, strpos(identifier, ':') + 1) AS raw
                                    FROM (SELECT position, identifiers FROM arrived_event
                                          WHERE pg_input_is_valid(identifiers, 'jsonb')) usable,
                                         jsonb_array_elements_text(identifiers::jsonb) WITH ORDINALITY AS p (identifier, place)
                                   ) part
                              JOIN identifier i ON i.kind = part.kind COLLATE "C" AND i.key = (%s) COLLATE "C"
                              LEFT JOIN identifier_kind k ON k.kind = i.kind
                              ORDER BY part.position, part.place + CASE WHEN coalesce(k.strong, TRUE) THEN 0 ELSE %d END
                             ) found
                        WHERE arrived_event.position = found.position
                        """.formatted(IdentifierRules.normalKey("part.kind", "part.raw"), WEAK))
                .update();
    }
}
