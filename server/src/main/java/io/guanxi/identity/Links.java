package io.guanxi.identity;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds which identifiers of a batch belong to one person because an event carried them together. Only links that would
 * change something are looked at: a batch of members known before has none. It leaves these temporary tables:
 *
 * <pre>
 * link    (a, b, strong, ts, first)    -- two identifiers and the rowid of the first event that carried both
 * unit    (unit, node, member_no)    -- what links join: an unknown identifier, or a known member
 * person  (unit, person)             -- the unit that stands for its person
 * verdict (a, b, outcome, gone, into_no) -- links refused, and those that joined two known members; a and b are nodes
 * </pre>
 */
final class Links {

    private static final List<String> TABLES = List.of("link", "linked", "unit", "holding", "person", "verdict");

    private final Exchange exchange;
    private final JdbcClient duck;

    Links(Exchange exchange) {
        this.exchange = exchange;
        this.duck = exchange.duck();
    }

    void follow(Map<String, IdentifierRules.Kind> kinds) {
        findLinks();
        int units = findUnits();
        if (units == 0) {
            write(new Components(0, List.of()), 0, List.of());
            return;
        }
        Components components = new Components(units, findHoldings(kinds));
        duck.sql("SELECT unit, member_no FROM unit WHERE member_no IS NOT NULL").query(row -> {
            components.known(row.getInt(1), row.getInt(2));
        });
        duck.sql("SELECT unit, kind_no, since FROM holding").query(row -> {
            components.hold(row.getInt(1), row.getInt(2), row.getLong(3));
        });
        write(components, units, judge(components));
    }

    private void findLinks() {
        duck.sql("""
                CREATE OR REPLACE TEMP TABLE link AS
                SELECT head.node AS a, part.node AS b, bool_and(part.strong AND top.strong) AS strong,
                       min(combo.ts) AS ts, arg_min(combo.first, combo.ts) AS first
                FROM head
                JOIN part USING (combo)
                JOIN combo USING (combo)
                JOIN node top ON top.node = head.node
                LEFT JOIN known ka ON ka.node = head.node
                LEFT JOIN known kb ON kb.node = part.node
                WHERE head.parts > 1 AND head.node <> part.node
                  AND (ka.member_no IS NULL OR kb.member_no IS NULL OR ka.member_no <> kb.member_no)
                GROUP BY head.node, part.node
                """).update();
    }

    private int findUnits() {
        duck.sql("""
                CREATE OR REPLACE TEMP TABLE linked AS
                SELECT node, member_no, dense_rank() OVER (ORDER BY first_node)::INTEGER - 1 AS unit
                FROM (SELECT node, member_no, min(node) OVER (PARTITION BY coalesce(-member_no, node)) AS first_node
                      FROM (SELECT a AS node FROM link UNION SELECT b FROM link) ends
                      LEFT JOIN known USING (node))
                """).update();
        duck.sql("""
                CREATE OR REPLACE TEMP TABLE unit AS
                SELECT unit, any_value(member_no) AS member_no,
                       if(any_value(member_no) IS NULL, min(node), NULL) AS node
                FROM linked
                GROUP BY unit
                """).update();
        return duck.sql("SELECT count(*) FROM unit").query(Integer.class).single();
    }

    /** Units hold the values they bring, and known members all they held before. */
    private List<IdentifierRules.Kind> findHoldings(Map<String, IdentifierRules.Kind> kinds) {
        exchange.postgres()
                .sql("CREATE TEMP TABLE touched (unit integer, member_no integer) ON COMMIT DROP")
                .update();
        exchange.toPostgres("SELECT unit, member_no FROM unit WHERE member_no IS NOT NULL", "touched");
        exchange.postgres().sql("ANALYZE touched").update();
        exchange.toBatch("""
                SELECT unit, kind, (extract(epoch FROM linked_at) * 1000000)::bigint
                FROM touched JOIN identifier USING (member_no)
                """, "held", "'unit': 'INTEGER', 'kind': 'VARCHAR', 'since': 'BIGINT'");
        duck.sql("INSERT INTO held SELECT unit, kind, epoch_us(ts) FROM unit JOIN node USING (node)")
                .update();
        List<String> names = duck.sql("SELECT DISTINCT kind FROM held ORDER BY kind")
                .query(String.class)
                .list();
        duck.sql("""
                CREATE OR REPLACE TEMP TABLE holding AS
                SELECT unit, dense_rank() OVER (ORDER BY kind)::INTEGER - 1 AS kind_no, since
                FROM held
                """).update();
        duck.sql("DROP TABLE held").update();
        return names.stream().map(name -> IdentifierRules.of(name, kinds)).toList();
    }

    /** Strong links first, then the weak ones, each in the order of time. */
    private List<Verdict> judge(Components components) {
        List<Verdict> verdicts = new ArrayList<>();
        duck.sql("""
                SELECT link.a, link.b, one.unit AS one, other.unit AS other, link.strong
                FROM link
                JOIN linked one ON one.node = link.a
                JOIN linked other ON other.node = link.b
                ORDER BY link.strong DESC, link.ts, link.a, link.b
                """).query(row -> {
            int one = components.memberOf(row.getInt(3));
            int other = components.memberOf(row.getInt(4));
            Components.Outcome outcome = components.link(row.getInt(3), row.getInt(4), row.getBoolean(5));
            boolean merged = outcome == Components.Outcome.JOINED && one > 0 && other > 0;
            boolean refused = outcome != Components.Outcome.JOINED && outcome != Components.Outcome.ALREADY_ONE;
            if (merged) {
                verdicts.add(
                        new Verdict(row.getInt(1), row.getInt(2), outcome, Math.max(one, other), Math.min(one, other)));
            } else if (refused) {
                verdicts.add(new Verdict(row.getInt(1), row.getInt(2), outcome, 0, 0));
            }
        });
        return verdicts;
    }

    private void write(Components components, int units, List<Verdict> verdicts) {
        exchange.toBatch(
                writer -> {
                    for (int unit = 0; unit < units; unit++) {
                        line(writer, unit, components.personOf(unit));
                    }
                },
                "person",
                "'unit': 'INTEGER', 'person': 'INTEGER'");
        exchange.toBatch(
                writer -> {
                    for (Verdict verdict : verdicts) {
                        line(writer, verdict.a, verdict.b, verdict.outcome, verdict.gone, verdict.into);
                    }
                },
                "verdict",
                "'a': 'INTEGER', 'b': 'INTEGER', 'outcome': 'VARCHAR', 'gone': 'INTEGER', 'into_no': 'INTEGER'");
    }

    private static void line(BufferedWriter writer, Object... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            writer.write(i == 0 ? "" : ",");
            writer.write(fields[i].toString());
        }
        writer.write('\n');
    }

    void forget() {
        duck.sql(Exchange.drop(TABLES)).update();
    }

    private record Verdict(int a, int b, Components.Outcome outcome, int gone, int into) {}
}
