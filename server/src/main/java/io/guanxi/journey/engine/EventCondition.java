package io.guanxi.journey.engine;

import io.guanxi.audience.expression.EventMatch;
import io.guanxi.audience.expression.EventMatch.Condition;
import io.guanxi.audience.expression.Test;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event must carry, as a condition of PostgreSQL on {@code arrived_event e}. Texts and numbers are parameters.
 *
 * @param sql the condition
 * @param parameters its parameters by name
 */
record EventCondition(String sql, Map<String, Object> parameters) {

    /** As {@link Test#NUMBER}. Read as {@code numeric}, which holds all of them; a {@code float8} would refuse 1e999. */
    private static final String NUMBER = "'^[+-]?([0-9]{1,30}([.][0-9]{0,30})?|[.][0-9]{1,30})([eE][+-]?[0-9]{1,3})?$'";

    /** Copies the parameters. */
    EventCondition {
        parameters = Map.copyOf(parameters);
    }

    static EventCondition of(EventMatch event, String zone) {
        List<String> parts = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        parts.add("e.event = " + parameter(parameters, String.valueOf(event.name())));
        if (event.hours() != null) {
            String hour = "extract(hour FROM e.ts AT TIME ZONE " + parameter(parameters, zone) + ")";
            int from = event.hours().from();
            int to = event.hours().to();
            parts.add("(" + hour + " >= " + from + (from <= to ? " AND " : " OR ") + hour + " <= " + to + ")");
        }
        for (Condition condition : event.where()) {
            parts.add(test(value(condition, parameters), condition.is(), parameters));
        }
        return new EventCondition(String.join(" AND ", parts), parameters);
    }

    /** As text. */
    private static String value(Condition condition, Map<String, Object> parameters) {
        EventMatch.@Nullable Column column = condition.column();
        if (column == null) {
            return "(e.properties ->> " + parameter(parameters, String.valueOf(condition.property())) + ")";
        }
        return column(column);
    }

    private static String column(EventMatch.Column column) {
        return switch (column) {
            case OBJECT -> "e.object";
            case COMMUNITY -> "e.community";
            case AMOUNT -> "e.amount::text";
            case QUANTITY -> "e.quantity::text";
            case SOURCE -> "e.source";
        };
    }

    /** {@return the column whose name stands in another column, as text} */
    static String columnNamed(String named) {
        return Stream.of(EventMatch.Column.values())
                .map(it -> "WHEN '" + it + "' THEN " + column(it))
                .collect(Collectors.joining(" ", "CASE " + named + " ", " END"));
    }

    private static String test(String value, Test test, Map<String, Object> parameters) {
        return switch (test) {
            case Test.OneOf(var in) ->
                value + " = ANY (" + parameter(parameters, in.toArray(String[]::new)) + "::text[])";
            case Test.Contains(var part) -> "position(" + parameter(parameters, part) + " IN " + value + ") > 0";
            case Test.StartsWith(var start) -> "starts_with(" + value + ", " + parameter(parameters, start) + ")";
            case Test.Known(var known) -> value + (known ? " IS NOT NULL" : " IS NULL");
            case Test.Range range -> {
                String number = "CASE WHEN " + value + " ~ " + NUMBER + " THEN " + value + "::numeric END";
                List<String> bounds = new ArrayList<>();
                bound(bounds, number, ">=", range.atLeast(), parameters);
                bound(bounds, number, ">", range.moreThan(), parameters);
                bound(bounds, number, "<=", range.atMost(), parameters);
                bound(bounds, number, "<", range.lessThan(), parameters);
                yield String.join(" AND ", bounds);
            }
        };
    }

    private static void bound(
            List<String> parts,
            String number,
            String operator,
            @Nullable Double bound,
            Map<String, Object> parameters) {
        if (bound != null) {
            parts.add("(" + number + ") " + operator + " " + parameter(parameters, BigDecimal.valueOf(bound)));
        }
    }

    private static String parameter(Map<String, Object> parameters, Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
