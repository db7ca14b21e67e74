package io.guanxi.value.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What DuckDB writes differently from Spark: two functions of days, and how functions and results are declared. */
final class DuckDbDialect {

    private static final Pattern FUNCTION =
            Pattern.compile("FUNCTION (\\w+)\\(([^)]*)\\) RETURNS \\w+\\s+RETURN (.*?);", Pattern.DOTALL);

    private DuckDbDialect() {}

    /** {@return the statements that declare {@code models/functions.sql}} */
    static List<String> functions(ModelParameters parameters) {
        List<String> statements = new ArrayList<>();
        statements.add(macro("days_between(earlier, later)", "date_diff('day', earlier, later)"));
        statements.add(macro("day_before(day, days)", "day - CAST(days AS INTEGER)"));
        Matcher function = FUNCTION.matcher(SqlModel.resource("/models/functions.sql"));
        while (function.find()) {
            String names = Arrays.stream(function.group(2).split(","))
                    .map(argument -> argument.strip().split("\\s+")[0])
                    .collect(Collectors.joining(", "));
            statements.add(macro(function.group(1) + "(" + names + ")", parameters.render(function.group(3))));
        }
        return statements;
    }

    private static String macro(String head, String body) {
        return "CREATE OR REPLACE TEMP MACRO " + head + " AS (" + body + ")";
    }

    /** {@return the statement that makes a table or view of a model's result} */
    static String make(SqlModel.Kept kept, String table, String select) {
        return switch (kept) {
            case VIEW -> "CREATE OR REPLACE TEMP VIEW " + table + " AS\n" + select;
            case RUN -> "CREATE OR REPLACE TEMP TABLE " + table + " AS\n" + select;
            case MART -> "CREATE OR REPLACE TABLE main." + table + " AS\n" + select;
        };
    }
}
