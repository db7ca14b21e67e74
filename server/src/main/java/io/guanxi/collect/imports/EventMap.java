package io.guanxi.collect.imports;

import io.guanxi.platform.DuckDb;
import io.guanxi.platform.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The query that turns a file into events: one SELECT that reads {@code input} and nothing else, as DuckDB's own parser
 * sees it. The engine that runs it is locked besides; this check is what explains.
 *
 * @param select the statement, written anew from its syntax tree
 */
record EventMap(String select) {

    /** Functions in FROM that only compute. */
    private static final Set<String> COMPUTING = Set.of(
            "unnest", "range", "generate_series", "json_each", "json_tree", "regexp_split_to_table", "string_split");

    private static final int LONGEST = 1 << 16;

    /**
     * {@return the map, checked}
     *
     * @param sql what the user wrote
     * @param parser any DuckDB instance; nothing is run in it
     */
    static EventMap parse(String sql, DuckDb parser) {
        if (sql.isBlank()) {
            throw Problem.badRequest("import.map-invalid", "The map is empty; it is a SELECT … FROM input.");
        }
        if (sql.length() > LONGEST) {
            throw Problem.badRequest("import.map-invalid", "The map is longer than 64 KB.");
        }
        String tree = parser.client()
                .sql("SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR)")
                .param(sql)
                .query(String.class)
                .single();
        JsonNode parsed = JsonMapper.shared().readTree(tree);
        if (parsed.path("error").asBoolean(false)) {
            throw refusal(parsed, sql);
        }
        JsonNode statements = parsed.path("statements");
        if (statements.size() != 1) {
            throw forbidden("a map is exactly one SELECT, this one has " + statements.size() + " statements");
        }
        Set<String> known = new HashSet<>(Set.of("input"));
        collectNames(parsed, known);
        check(parsed, known);
        return new EventMap(parser.client()
                .sql("SELECT json_deserialize_sql(CAST(? AS JSON))")
                .param(tree)
                .query(String.class)
                .single());
    }

    private static void collectNames(JsonNode node, Set<String> names) {
        for (JsonNode entry : node.path("cte_map").path("map")) {
            names.add(entry.path("key").asString("").toLowerCase(Locale.ROOT));
        }
        for (JsonNode child : node) {
            collectNames(child, names);
        }
    }

    private static void check(JsonNode node, Set<String> known) {
        switch (node.path("type").asString("")) {
            case "TABLE_FUNCTION" -> {
                String name =
                        node.path("function").path("function_name").asString("").toLowerCase(Locale.ROOT);
                if (!COMPUTING.contains(name)) {
                    throw forbidden("a map may not read from " + name + "(…); the file is there as input");
                }
            }
            case "BASE_TABLE" -> {
                String name = node.path("table_name").asString("");
                if (!known.contains(name.toLowerCase(Locale.ROOT))) {
                    throw forbidden("a map reads from input only, not from " + name);
                }
            }
            case "SHOW_REF" -> throw forbidden("a map is a SELECT, not a DESCRIBE or SHOW");
            default -> {
                // every other node only computes
            }
        }
        for (JsonNode child : node) {
            check(child, known);
        }
    }

    private static Problem refusal(JsonNode parsed, String sql) {
        String message = parsed.path("error_message").asString("");
        if (!parsed.path("error_type").asString("").equals("parser")) {
            return forbidden("a map is a SELECT; SET, COPY, ATTACH, PIVOT and the like are not");
        }
        String position = parsed.path("position").asString("");
        String where = position.isEmpty() ? "" : place(sql, Integer.parseInt(position));
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "import.map-invalid",
                "The map is not SQL that DuckDB understands" + where + ": " + message + ".",
                List.of(new Problem.Fault(null, "map", message + where)));
    }

    private static String place(String sql, int position) {
        String before = sql.substring(0, Math.min(position, sql.length()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        return " at line " + line + ", column " + (before.length() - before.lastIndexOf('\n'));
    }

    private static Problem forbidden(String why) {
        return Problem.badRequest("import.map-forbidden", "The map was not run: " + why + ".");
    }
}
