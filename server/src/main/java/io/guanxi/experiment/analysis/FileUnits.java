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
     * @param judging what its metrics are
     * @param currency of what is money
     */
    record Options(
            @Nullable String control,
            Map<String, Double> weights,
            @Nullable Double winsorAt,
            Judging judging,
            String currency) {}

    FileUnits(JdbcClient sql, ZoneId zone, Options options) {
        this.sql = sql;
        this.zone = zone;
        this.options = options;
    }

    UnitTable make(Mapped mapped) {
        FileColumns columns = FileColumns.of(mapped.columns());
        requireKnown(columns.metrics());
        if (mapped.unreadable() > 0) {
            boolean many = mapped.unreadable() > MOST_REPEATED * mapped.read();
            findings.add(new Finding("unreadable-lines", many, mapped.unreadable(), null));
        }
        sql.sql("CREATE OR REPLACE TEMP TABLE given AS SELECT "
                        + String.join(", ", columns.selected(zone)) + " FROM read_parquet("
                        + SqlText.literal(mapped.parquet()) + ") AS " + FileColumns.FILE)
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
        leaveOut("outcome-before-exposure", true, columns.outcomeBeforeExposure());
        List<AnalysedArm> arms = arms();
        units(arms);
        List<AnalysedMetric> metrics = new ArrayList<>();
        for (int i = 0; i < columns.metrics().size(); i++) {
            metrics.add(metric(columns, i));
        }
        return new UnitTable(
                arms,
                metrics,
                columns.segments(),
                columns.has("cluster"),
                columns.has("exposed_at"),
                columns.has("score"),
                findings);
    }

    private void requireKnown(List<String> metrics) {
        for (String named : options.judging().named()) {
            if (!Judging.in(named, metrics)) {
                throw Problem.badRequest(
                        "experiment.metric-unknown",
                        "The map yields no metric “" + named + "”; it yields " + String.join(", ", metrics) + ".");
            }
        }
    }

    private AnalysedMetric metric(FileColumns columns, int number) {
        String metric = columns.metrics().get(number);
        Judging judging = options.judging();
        long infinite = count("SELECT count(*) FROM given WHERE beyond" + number);
        if (infinite > 0) {
            findings.add(new Finding("figure-not-finite", false, infinite, metric));
        }
        return new AnalysedMetric(
                metric,
                "number",
                null,
                0,
                options.winsorAt(),
                columns.hasBefore(metric) ? null : Integer.valueOf(0),
                Judging.in(metric, judging.money()) ? options.currency() : null,
                Judging.in(metric, judging.told())
                        ? null
                        : Boolean.valueOf(!Judging.in(metric, judging.lessIsBetter())),
                Judging.in(metric, judging.guardRails()),
                columns.hasBy(metric));
    }

    private void leaveOut(String code, boolean grave, String which) {
        long units = count("SELECT count(DISTINCT coalesce(unit, CAST(row_no AS VARCHAR))) FROM given WHERE " + which);
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

    private void units(List<AnalysedArm> arms) {
        sql.sql("CREATE OR REPLACE TEMP TABLE arm_number (arm VARCHAR, number INTEGER)")
                .update();
        for (int i = 0; i < arms.size(); i++) {
            sql.sql("INSERT INTO arm_number VALUES (?, ?)")
                    .params(arms.get(i).key(), i)
                    .update();
        }
        sql.sql("CREATE OR REPLACE TEMP TABLE " + UnitTable.NAME
                        + " AS SELECT number AS arm, CAST(exposed_at AS DATE) AS day, given.* EXCLUDE (arm, exposed_at)"
                        + " FROM given JOIN arm_number USING (arm)")
                .update();
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }
}
