package io.guanxi.experiment.analysis;

import io.guanxi.collect.FileMaps.Mapped;
import io.guanxi.experiment.analysis.UnitTable.AnalysedArm;
import io.guanxi.experiment.analysis.UnitTable.AnalysedMetric;
import io.guanxi.experiment.report.Report.Finding;
import io.guanxi.platform.Problem;
import io.guanxi.platform.SqlText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a {@link UnitTable} of the rows a map yields; what cannot be counted is left out and said. */
final class FileUnits {

    private static final int MOST_ARMS = 10;
    private static final double MOST_REPEATED = 0.01;

    private final JdbcClient sql;
    private final ZoneId zone;
    private final Options options;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * What the sender may say.
     *
     * @param control the arm the others are compared with, or null for the one called control, else the first by name
     * @param weights by arm, empty for equal ones
     * @param winsorAt quantile of the outlier treatment, or null for none
     * @param lessIsBetter metrics whose higher figure is bad
     */
    record Options(
            @Nullable String control,
            Map<String, Double> weights,
            @Nullable Double winsorAt,
            List<String> lessIsBetter) {}

    FileUnits(JdbcClient sql, ZoneId zone, Options options) {
        this.sql = sql;
        this.zone = zone;
        this.options = options;
    }

    UnitTable make(Mapped mapped) {
        FileColumns columns = FileColumns.of(mapped.columns());
        sql.sql(
                        "CREATE OR REPLACE TEMP TABLE given AS SELECT row_number() OVER () AS n, CAST(unit AS VARCHAR) AS unit, "
                                + "CAST(arm AS VARCHAR) AS arm, "
                                + (columns.has("exposed_at") ? "exposed_at" : "NULL::TIMESTAMP")
                                + " AS exposed_at, " + (columns.has("outcome_at") ? "outcome_at" : "NULL::TIMESTAMP")
                                + " AS outcome_at, "
                                + (columns.has("cluster") ? "CAST(cluster AS VARCHAR)" : "NULL::VARCHAR")
                                + " AS cluster, * EXCLUDE (" + excluded(columns) + ") FROM read_parquet("
                                + SqlText.literal(mapped.parquet()) + ")")
                .update();
        if (count("SELECT count(*) FROM given") == 0) {
            throw Problem.badRequest("experiment.no-rows", "The map yields no rows.");
        }
        leaveOut("no-unit-or-arm", false, "unit IS NULL OR arm IS NULL OR trim(arm) = ''");
        if (columns.has("cluster")) {
            leaveOut("no-cluster", false, "cluster IS NULL");
        }
        refuseRepeated();
        if (columns.has("exposed_at")) {
            leaveOut(
                    "assignment-changed",
                    true,
                    "unit IN (SELECT unit FROM given GROUP BY unit HAVING count(DISTINCT arm) > 1 AND count(DISTINCT exposed_at) > 1)");
        }
        leaveOut("in-two-arms", true, "unit IN (SELECT unit FROM given GROUP BY unit HAVING count(DISTINCT arm) > 1)");
        leaveOut("repeated", false, "unit IN (SELECT unit FROM given GROUP BY unit HAVING count(*) > 1)");
        if (columns.has("cluster")) {
            leaveOut(
                    "cluster-in-two-arms",
                    true,
                    "cluster IN (SELECT cluster FROM given GROUP BY cluster HAVING count(DISTINCT arm) > 1)");
        }
        leaveOut("outcome-before-exposure", true, "outcome_at < exposed_at");
        List<AnalysedArm> arms = arms();
        units(columns, arms);
        return new UnitTable(
                arms,
                columns.metrics().stream()
                        .map(metric -> metric(columns, metric))
                        .toList(),
                columns.segments(),
                columns.has("cluster"),
                columns.has("exposed_at"),
                columns.has("score"),
                findings);
    }

    private static String excluded(FileColumns columns) {
        List<String> names = new ArrayList<>(List.of("unit", "arm"));
        for (String name : List.of("exposed_at", "outcome_at", "cluster")) {
            if (columns.has(name)) {
                names.add(name);
            }
        }
        return String.join(", ", names);
    }

    private AnalysedMetric metric(FileColumns columns, String metric) {
        long infinite = count("SELECT count(*) FROM given WHERE " + columns.infinite(metric));
        if (infinite > 0) {
            findings.add(new Finding("figure-not-finite", false, infinite, metric));
        }
        return new AnalysedMetric(
                metric,
                "number",
                null,
                options.winsorAt(),
                columns.hasBefore(metric) ? null : Integer.valueOf(0),
                !options.lessIsBetter().contains(metric),
                false);
    }

    private void leaveOut(String code, boolean grave, String which) {
        long units = count("SELECT count(DISTINCT coalesce(unit, CAST(n AS VARCHAR))) FROM given WHERE " + which);
        if (units > 0) {
            findings.add(new Finding(code, grave, units, null));
            sql.sql("CREATE OR REPLACE TEMP TABLE given AS SELECT * FROM given WHERE NOT coalesce(" + which
                            + ", false)")
                    .update();
        }
    }

    /** A file with a row an order, say, would lose every buyer if repeated units were only left out. */
    private void refuseRepeated() {
        long units = count("SELECT count(DISTINCT unit) FROM given");
        long repeated = count("SELECT count(*) FROM (SELECT unit FROM given GROUP BY unit, arm HAVING count(*) > 1)");
        if (repeated > MOST_REPEATED * units) {
            throw Problem.badRequest(
                    "experiment.repeated-units",
                    repeated + " of " + units
                            + " units have several rows in an arm; the map must yield one row a unit: add GROUP BY.");
        }
    }

    private List<AnalysedArm> arms() {
        List<String> names = new ArrayList<>(sql.sql("SELECT DISTINCT arm FROM given ORDER BY arm")
                .query(String.class)
                .list());
        options.weights().keySet().stream()
                .filter(arm -> !names.contains(arm))
                .sorted()
                .forEach(names::add);
        if (names.size() < 2) {
            throw Problem.badRequest(
                    "experiment.one-arm",
                    "There is but one arm in the file" + named(names) + "; nothing can be compared with it.");
        }
        if (names.size() > MOST_ARMS) {
            throw Problem.badRequest(
                    "experiment.too-many-arms",
                    "There are " + names.size() + " arms in the file, at most " + MOST_ARMS
                            + " are compared. Is arm the right column?");
        }
        String control = options.control() != null
                ? options.control()
                : names.stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).equals("control"))
                        .findFirst()
                        .orElse(names.getFirst());
        if (!names.remove(control)) {
            throw Problem.badRequest("experiment.no-control", "There is no arm “" + control + "” in the file.");
        }
        names.addFirst(control);
        return names.stream()
                .map(name -> new AnalysedArm(name, name, weight(name)))
                .toList();
    }

    private double weight(String arm) {
        if (options.weights().isEmpty()) {
            return 1;
        }
        Double weight = options.weights().get(arm);
        if (weight == null) {
            throw Problem.badRequest("experiment.weight-missing", "Give arm “" + arm + "” a weight, too.");
        }
        return weight;
    }

    private static String named(List<String> names) {
        return names.isEmpty() ? "" : ", “" + names.getFirst() + "”";
    }

    private void units(FileColumns columns, List<AnalysedArm> arms) {
        List<String> select = new ArrayList<>();
        select.add("CAST(a.number AS INTEGER) AS arm");
        select.add("cluster");
        select.add("CAST(" + (zoned(columns) ? "timezone('" + zone.getId() + "', exposed_at)" : "exposed_at")
                + " AS DATE) AS day");
        select.add((columns.has("score") ? columns.number("score", "", "NULL") : "NULL::DOUBLE") + " AS score");
        for (int i = 0; i < columns.segments().size(); i++) {
            select.add(
                    "CAST(" + FileColumns.quoted("segment_" + columns.segments().get(i)) + " AS VARCHAR) AS s" + i);
        }
        for (int i = 0; i < columns.metrics().size(); i++) {
            String metric = columns.metrics().get(i);
            boolean ratio = columns.hasBy(metric);
            select.add(columns.number(metric, "", "NULL") + " AS y" + i);
            select.add((ratio ? "coalesce(" + columns.number(metric, "_by", "1.0") + ", 0.0)" : "1.0::DOUBLE") + " AS b"
                    + i);
            select.add("coalesce(" + columns.number(metric, "_before", "0.0") + ", 0.0)::DOUBLE AS p" + i);
            select.add("coalesce(" + columns.number(metric, "_by_before", "1.0") + ", 0.0)::DOUBLE AS q" + i);
        }
        sql.sql("CREATE OR REPLACE TEMP TABLE arm_number (arm VARCHAR, number INTEGER)")
                .update();
        for (int i = 0; i < arms.size(); i++) {
            sql.sql("INSERT INTO arm_number VALUES (?, ?)")
                    .params(arms.get(i).key(), i)
                    .update();
        }
        sql.sql("CREATE OR REPLACE TEMP TABLE " + UnitTable.NAME + " AS SELECT " + String.join(", ", select)
                        + " FROM given JOIN arm_number a USING (arm)")
                .update();
    }

    private static boolean zoned(FileColumns columns) {
        return "TIMESTAMP WITH TIME ZONE".equals(columns.types().get("exposed_at"));
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }
}
