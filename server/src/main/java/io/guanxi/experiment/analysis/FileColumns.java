package io.guanxi.experiment.analysis;

import io.guanxi.collect.FileMaps.Column;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Problem.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The columns that the map of a finished experiment yields: {@code unit} and {@code arm}; where known {@code exposed_at},
 * {@code outcome_at}, {@code cluster}, {@code score} and {@code segment_…}; and every other number or yes/no a metric, with
 * {@code …_by} what it is measured by and {@code …_before} the same before exposure.
 *
 * @param metrics their names
 * @param segments names without {@code segment_}
 * @param types of all columns, by name
 */
record FileColumns(List<String> metrics, List<String> segments, Map<String, String> types) {

    private static final String SEGMENT = "segment_";
    private static final String BY = "_by";
    private static final String BEFORE = "_before";
    private static final String BY_BEFORE = "_by_before";
    private static final Set<String> KNOWN = Set.of("unit", "arm", "exposed_at", "outcome_at", "cluster", "score");
    private static final Set<String> NUMBERS = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "FLOAT",
            "DOUBLE",
            "BOOLEAN");
    private static final int MOST = 20;

    static FileColumns of(List<Column> columns) {
        Map<String, String> types = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (Column column : columns) {
            String name = column.name().toLowerCase(Locale.ROOT);
            if (types.put(name, column.type()) != null) {
                faults.add(new Fault(null, name, "the map yields this column twice"));
            }
        }
        for (String needed : List.of("unit", "arm")) {
            if (!types.containsKey(needed)) {
                faults.add(new Fault(null, needed, "the map must yield this column"));
            }
        }
        List<String> metrics = new ArrayList<>();
        List<String> segments = new ArrayList<>();
        for (Column column : columns) {
            String name = column.name().toLowerCase(Locale.ROOT);
            if (name.startsWith(SEGMENT)) {
                segments.add(name.substring(SEGMENT.length()));
            } else if (time(name)) {
                require(
                        column.type().startsWith("TIMESTAMP") || column.type().equals("DATE"),
                        name,
                        "is no time",
                        faults);
            } else if (!KNOWN.contains(name)) {
                boolean helper = helps(name, types);
                require(number(column.type()), name, "is no number and no yes or no, so it cannot be compared", faults);
                if (!helper) {
                    metrics.add(name);
                }
            } else if (name.equals("score")) {
                require(number(column.type()), name, "is no number", faults);
            }
        }
        if (metrics.isEmpty()) {
            faults.add(new Fault(
                    null, null, "the map yields nothing to compare: besides unit and arm a number or yes/no"));
        }
        if (metrics.size() > MOST || segments.size() > MOST) {
            faults.add(new Fault(null, null, "at most " + MOST + " metrics and " + MOST + " segments are compared"));
        }
        if (!faults.isEmpty()) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "experiment.map-columns",
                    "The map does not yield what an experiment needs: "
                            + String.join(
                                    "; ",
                                    faults.stream()
                                            .map(fault -> (fault.field() == null ? "" : fault.field() + " ")
                                                    + fault.message())
                                            .toList())
                            + ".",
                    faults);
        }
        return new FileColumns(List.copyOf(metrics), List.copyOf(segments), Map.copyOf(types));
    }

    private static void require(boolean right, String name, String message, List<Fault> faults) {
        if (!right) {
            faults.add(new Fault(null, name, message));
        }
    }

    private static boolean time(String name) {
        return name.equals("exposed_at") || name.equals("outcome_at");
    }

    private static boolean helps(String name, Map<String, String> types) {
        for (String ending : List.of(BY_BEFORE, BY, BEFORE)) {
            if (name.endsWith(ending) && types.containsKey(name.substring(0, name.length() - ending.length()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean number(String type) {
        return NUMBERS.contains(type) || type.startsWith("DECIMAL");
    }

    boolean has(String name) {
        return types.containsKey(name);
    }

    boolean hasBefore(String metric) {
        return has(metric + BEFORE);
    }

    boolean hasBy(String metric) {
        return has(metric + BY);
    }

    /** {@return an expression of a column as a finite number; a constant where there is none} */
    String number(String metric, String ending, String otherwise) {
        String name = metric + ending;
        String type = types.get(name);
        if (type == null) {
            return otherwise;
        }
        String column = quoted(name);
        String value = type.equals("BOOLEAN")
                ? "CAST(CAST(" + column + " AS INTEGER) AS DOUBLE)"
                : "CAST(" + column + " AS DOUBLE)";
        return "CASE WHEN isfinite(" + value + ") THEN " + value + " END";
    }

    /** {@return an expression that tells whether a figure is there but no finite number} */
    String infinite(String metric) {
        String type = types.get(metric);
        return "FLOAT".equals(type) || "DOUBLE".equals(type) ? "NOT isfinite(" + quoted(metric) + ")" : "false";
    }

    static String quoted(@Nullable String name) {
        return '"' + String.valueOf(name).replace("\"", "\"\"") + '"';
    }
}
