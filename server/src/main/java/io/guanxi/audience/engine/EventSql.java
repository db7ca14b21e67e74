package io.guanxi.audience.engine;

import io.guanxi.audience.expression.EventMatch;
import io.guanxi.audience.expression.EventMatch.Condition;
import io.guanxi.audience.expression.EventMatch.Hours;
import io.guanxi.audience.expression.Test;
import io.guanxi.audience.expression.Window.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions of the language as conditions of SQL. Numbers and days are typed and written out, texts become parameters. */
final class EventSql {

    private EventSql() {}

    /** {@return which rows of the roll-up count} */
    static String onRollUp(String row, EventMatch event, Span span, Relations relations) {
        List<String> parts = new ArrayList<>();
        if (event.name() != null) {
            parts.add(row + ".event_no = " + relations.eventNo(event.name()));
        }
        parts.add(days(row + ".day", span));
        return and(parts);
    }

    /** {@return which rows of the lake count} */
    static String onLake(String row, EventMatch event, Span span, Relations relations, List<String> texts) {
        List<String> parts = new ArrayList<>();
        if (event.name() != null) {
            parts.add(row + ".event = ?");
            texts.add(event.name());
        }
        parts.add(days(row + ".day", span));
        if (event.hours() != null) {
            parts.add(hours("hour(timezone('" + relations.zone() + "', " + row + ".ts))", event.hours()));
        }
        for (Condition condition : event.where()) {
            parts.add(condition(row, condition, texts));
        }
        return and(parts);
    }

    private static String condition(String row, Condition condition, List<String> texts) {
        if (condition.column() != null) {
            String column = row + "."
                    + switch (condition.column()) {
                        case OBJECT -> "object";
                        case COMMUNITY -> "community";
                        case AMOUNT -> "amount";
                        case QUANTITY -> "quantity";
                        case SOURCE -> "source";
                    };
            return test(column, 0, condition.is(), texts, null);
        }
        String path = path(String.valueOf(condition.property()));
        return test("json_extract_string(" + row + ".properties, ?)", 1, condition.is(), texts, path);
    }

    /** {@return the way to a property, as a parameter} */
    static String path(String property) {
        return "$.\"" + property + "\"";
    }

    /** The value's expression may stand several times, with its own parameters each time. */
    private static String test(String value, int parameters, Test test, List<String> texts, @Nullable String path) {
        return switch (test) {
            case Test.OneOf(var in) -> {
                own(texts, parameters, path);
                texts.addAll(in);
                yield "CAST(" + value + " AS VARCHAR) IN (" + marks(in.size()) + ")";
            }
            case Test.Contains(var part) -> {
                own(texts, parameters, path);
                texts.add(part);
                yield "contains(CAST(" + value + " AS VARCHAR), ?)";
            }
            case Test.StartsWith(var start) -> {
                own(texts, parameters, path);
                texts.add(start);
                yield "starts_with(CAST(" + value + " AS VARCHAR), ?)";
            }
            case Test.Known(var known) -> {
                own(texts, parameters, path);
                yield value + (known ? " IS NOT NULL" : " IS NULL");
            }
            case Test.Range range -> {
                String number = "TRY_CAST(" + value + " AS DOUBLE)";
                List<String> parts = bounds(number, range);
                parts.forEach(_ -> own(texts, parameters, path));
                yield and(parts);
            }
        };
    }

    private static void own(List<String> texts, int parameters, @Nullable String path) {
        if (parameters == 1 && path != null) {
            texts.add(path);
        }
    }

    /** {@return a number between bounds} */
    static String range(String number, Test.Range range) {
        return and(bounds(number, range));
    }

    private static List<String> bounds(String number, Test.Range range) {
        List<String> parts = new ArrayList<>();
        bound(parts, number, ">=", range.atLeast());
        bound(parts, number, ">", range.moreThan());
        bound(parts, number, "<=", range.atMost());
        bound(parts, number, "<", range.lessThan());
        return parts;
    }

    private static void bound(List<String> parts, String number, String operator, @Nullable Double bound) {
        if (bound != null) {
            parts.add(number + " " + operator + " " + literal(bound));
        }
    }

    private static String literal(double number) {
        String plain = BigDecimal.valueOf(number).toPlainString();
        return plain.length() > 30 ? "CAST('" + number + "' AS DOUBLE)" : plain;
    }

    /** {@return a day within a span} */
    static String days(String day, Span span) {
        List<String> parts = new ArrayList<>();
        if (span.from() != null) {
            parts.add(day + " >= DATE '" + span.from() + "'");
        }
        if (span.to() != null) {
            parts.add(day + " <= DATE '" + span.to() + "'");
        }
        return and(parts);
    }

    private static String hours(String hour, Hours hours) {
        return hours.from() <= hours.to()
                ? hour + " BETWEEN " + hours.from() + " AND " + hours.to()
                : "(" + hour + " >= " + hours.from() + " OR " + hour + " <= " + hours.to() + ")";
    }

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    static String and(List<String> parts) {
        return parts.isEmpty() ? "TRUE" : "(" + String.join(" AND ", parts) + ")";
    }
}
