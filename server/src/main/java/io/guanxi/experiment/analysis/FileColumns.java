package io.guanxi.experiment.analysis;

import io.guanxi.collect.FileMaps.Column;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Problem.Fault;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final String ZONED = "TIMESTAMP WITH TIME ZONE";

    /** What a figure's size may be: beyond, it is no figure; below, it is 0. */
    private static final String MOST_SIZE = "1e15";

    private static final String LEAST_SIZE = "1e-30";

    /** The file's alias in the statement of {@link #selected}. */
    static final String FILE = "given_file";

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

    /**
     * {@return select items over the file, named as {@link UnitTable} names them, so that no name of a user is a column's:
     * {@code row_no}, {@code unit}, {@code arm}, {@code exposed_at} and {@code outcome_at} in the brand's time, {@code cluster},
     * {@code score}, segments, figures, and {@code beyond} which tells that a figure is there but cannot be counted}
     */
    List<String> selected(ZoneId zone) {
        List<String> select = new ArrayList<>(List.of(
                "row_number() OVER () AS row_no",
                "CAST(" + quoted("unit") + " AS VARCHAR) AS unit",
                "CAST(" + quoted("arm") + " AS VARCHAR) AS arm",
                local("exposed_at", zone) + " AS exposed_at",
                local("outcome_at", zone) + " AS outcome_at",
                (has("cluster") ? "CAST(" + quoted("cluster") + " AS VARCHAR)" : "NULL::VARCHAR") + " AS cluster",
                number("score", "", "NULL::DOUBLE") + " AS score"));
        for (int i = 0; i < segments.size(); i++) {
            select.add("CAST(" + quoted(SEGMENT + segments.get(i)) + " AS VARCHAR) AS s" + i);
        }
        for (int i = 0; i < metrics.size(); i++) {
            String metric = metrics.get(i);
            select.add(number(metric, "", "NULL") + " AS y" + i);
            select.add(
                    (hasBy(metric) ? "coalesce(" + number(metric, BY, "1.0") + ", 0.0)" : "1.0::DOUBLE") + " AS b" + i);
            select.add("coalesce(" + number(metric, BEFORE, "0.0") + ", 0.0)::DOUBLE AS p" + i);
            select.add("coalesce(" + number(metric, BY_BEFORE, "1.0") + ", 0.0)::DOUBLE AS q" + i);
            select.add("coalesce(NOT abs(" + asDouble(metric) + ") <= " + MOST_SIZE + ", false) AS beyond" + i);
        }
        return select;
    }

    /** A time without a zone is the brand's. */
    private String local(String name, ZoneId zone) {
        String type = types.get(name);
        return type == null
                ? "NULL::TIMESTAMP"
                : type.equals(ZONED)
                        ? "timezone('" + zone.getId() + "', " + quoted(name) + ")"
                        : "CAST(" + quoted(name) + " AS TIMESTAMP)";
    }

    /** {@return a condition over the {@link #selected}; where one of both is a day, only days are compared} */
    String outcomeBeforeExposure() {
        boolean days = "DATE".equals(types.get("exposed_at")) || "DATE".equals(types.get("outcome_at"));
        return days ? "CAST(outcome_at AS DATE) < CAST(exposed_at AS DATE)" : "outcome_at < exposed_at";
    }

    /** {@return an expression of a column as a number that can be squared; a constant where there is none} */
    private String number(String metric, String ending, String otherwise) {
        String name = metric + ending;
        if (!has(name)) {
            return otherwise;
        }
        String value = asDouble(name);
        return "CASE WHEN abs(" + value + ") < " + LEAST_SIZE + " THEN 0.0 WHEN abs(" + value + ") <= " + MOST_SIZE
                + " THEN " + value + " END";
    }

    private String asDouble(String name) {
        return "BOOLEAN".equals(types.get(name))
                ? "CAST(CAST(" + quoted(name) + " AS INTEGER) AS DOUBLE)"
                : "CAST(" + quoted(name) + " AS DOUBLE)";
    }

    private static String quoted(String name) {
        return FILE + ".\"" + name.replace("\"", "\"\"") + '"';
    }
}
