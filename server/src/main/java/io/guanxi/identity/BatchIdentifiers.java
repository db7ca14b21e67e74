package io.guanxi.identity;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a batch's identifiers apart, in DuckDB. It leaves these temporary tables:
 *
 * <pre>
 * combo (combo, said, ts, first, events)      -- each different list of identifiers once
 * part  (combo, node, rank, strong)           -- its usable identifiers, the strongest has the least rank
 * node  (node, kind, key, strong, ts, first)  -- each usable identifier, numbered by first time, then text
 * head  (combo, node, parts)                  -- the strongest usable identifier of each list, and how many it has
 * </pre>
 *
 * <p>{@code ts} and {@code first} are the time and the {@code rowid} of the first event that carried it. Where no event of the
 * batch carries two identifiers, as in most histories that are imported, texts are compared instead of lists of texts, and
 * each list is its only part.
 */
final class BatchIdentifiers {

    private static final String SEPARATOR = "\u001f";
    private static final List<String> TABLES = List.of("combo", "piece", "part", "node", "head");

    private final JdbcClient duck;

    BatchIdentifiers(JdbcClient duck) {
        this.duck = duck;
    }

    /** {@return what identifies an event to the batch, as an expression of its columns: {@code combo.said}} */
    String takeApart(Map<String, IdentifierRules.Kind> kinds, List<String> blocked) {
        boolean alone = duck.sql("SELECT coalesce(max(len(identifiers)), 0) <= 1 FROM event")
                .query(Boolean.class)
                .single();
        String said = alone ? "identifiers[1]" : "identifiers";
        duck.sql("""
                CREATE OR REPLACE TEMP TABLE combo AS
                SELECT row_number() OVER ()::INTEGER AS combo, *
                FROM (SELECT %s AS said, min(ts) AS ts, arg_min(rowid, ts) AS first, count(*) AS events
                      FROM event
                      GROUP BY said)
                """.formatted(said)).update();
        cut(alone, kinds, blocked);
        duck.sql("""
                CREATE OR REPLACE TEMP TABLE node AS
                SELECT row_number() OVER (ORDER BY ts, kind, key)::INTEGER AS node, *
                FROM (SELECT kind, key, any_value(strong) AS strong, min(ts) AS ts, arg_min(first, ts) AS first,
                             any_value(combo) AS combo, count(*) AS combos
                      FROM piece
                      GROUP BY kind, key)
                """).update();
        boolean same = alone
                && duck.sql("SELECT coalesce(max(combos), 1) = 1 FROM node")
                        .query(Boolean.class)
                        .single();
        duck.sql("CREATE OR REPLACE TEMP TABLE part AS " + (same ? """
                SELECT combo, node, 1 AS rank, strong FROM node
                """ : """
                SELECT piece.combo, node, rank, piece.strong FROM piece JOIN node USING (kind, key)
                """)).update();
        duck.sql("CREATE OR REPLACE TEMP TABLE head AS " + (alone ? """
                SELECT combo, node, 1 AS parts FROM part
                """ : """
                SELECT combo, arg_min(node, rank) AS node, count(*) AS parts FROM part GROUP BY combo
                """)).update();
        return said;
    }

    /** Leaves {@code piece}: the usable identifiers of each list in their normal form, with the time of the list. */
    private void cut(boolean alone, Map<String, IdentifierRules.Kind> kinds, List<String> blocked) {
        String weak = String.join(
                SEPARATOR,
                kinds.values().stream()
                        .filter(kind -> !kind.strong())
                        .map(IdentifierRules.Kind::kind)
                        .toList());
        duck.sql(
                        "CREATE OR REPLACE TEMP TABLE piece "
                                + "(combo INTEGER, kind VARCHAR, key VARCHAR, rank INTEGER, strong BOOLEAN, ts TIMESTAMPTZ, first BIGINT)")
                .update();
        duck.sql("""
                INSERT INTO piece
                WITH listed AS (
                    SELECT combo, ts, first, %s FROM combo
                ), split AS (
                    SELECT combo, ts, first, place, lower(trim(split_part(identifier, ':', 1))) AS kind,
                           substr(identifier, strpos(identifier, ':') + 1) AS raw
                    FROM listed
                    WHERE strpos(identifier, ':') > 0
                ), named AS (
                    SELECT combo, ts, first, place, kind, raw, %s AS key,
                           NOT list_contains(string_split(:weak, chr(31)), kind) AS strong
                    FROM split
                )
                SELECT combo, kind, key, place + if(strong, 0, 1000000), strong, ts, first
                FROM named
                WHERE %s
                  AND lower(trim(raw)) NOT IN (SELECT unnest(string_split(:blocked, chr(31))))
                  AND lower(key) NOT IN (SELECT unnest(string_split(:blocked, chr(31))))
                """.formatted(
                                alone
                                        ? "said AS identifier, 1 AS place"
                                        : "unnest(said) AS identifier, unnest(range(1, len(said) + 1)) AS place",
                                IdentifierRules.normalKey("kind", "raw"),
                                IdentifierRules.wellFormed("kind", "key")))
                .param("weak", weak)
                .param("blocked", String.join(SEPARATOR, blocked))
                .update();
    }

    void forget() {
        duck.sql(Exchange.drop(TABLES)).update();
    }
}
