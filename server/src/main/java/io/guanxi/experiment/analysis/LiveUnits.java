package io.guanxi.experiment.analysis;

import io.guanxi.experiment.analysis.UnitTable.AnalysedArm;
import io.guanxi.experiment.analysis.UnitTable.AnalysedMetric;
import io.guanxi.experiment.assignment.ExposureTable;
import io.guanxi.experiment.design.Design;
import io.guanxi.experiment.design.Measurement;
import io.guanxi.experiment.design.Metric;
import io.guanxi.experiment.design.OwnDoing;
import io.guanxi.experiment.design.Unit;
import io.guanxi.experiment.report.Report.Finding;
import io.guanxi.lake.Lake;
import io.guanxi.platform.Brand;
import io.guanxi.platform.SqlText;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a {@link UnitTable} of exposed or intended members and the lake's events: one scan of the days that count. */
final class LiveUnits {

    private static final double MANY_OF_ANOTHER_CURRENCY = 0.01;

    private final JdbcClient sql;
    private final Lake lake;
    private final OwnDoing ownDoing;
    private final Brand brand;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    LiveUnits(JdbcClient sql, Lake lake, OwnDoing ownDoing, Brand brand, Instant now) {
        this.sql = sql;
        this.lake = lake;
        this.ownDoing = ownDoing;
        this.brand = brand;
        this.now = now;
    }

    /** {@return the table; {@code people} is a file with the columns of {@link ExposureTable#COLUMNS}} */
    UnitTable make(Design design, Path people) {
        List<Metric> metrics = design.metrics();
        people(people);
        events(metrics);
        for (int i = 0; i < metrics.size(); i++) {
            long open = count("SELECT count(*) FROM %s WHERE y%d IS NULL".formatted(UnitTable.NAME, i));
            if (open > 0) {
                findings.add(
                        new Finding("window-open", false, open, metrics.get(i).name()));
            }
        }
        return new UnitTable(
                design.arms().stream()
                        .map(arm -> new AnalysedArm(arm.key(), arm.name(), arm.weight()))
                        .toList(),
                metrics.stream().map(this::analysed).toList(),
                List.of("stage", "layer", "rfm"),
                design.unit() == Unit.COMMUNITY,
                true,
                true,
                findings);
    }

    private AnalysedMetric analysed(Metric metric) {
        return new AnalysedMetric(
                metric.name(),
                MetricSql.kind(metric.measurement()),
                metric.windowDays(),
                metric.closesAfterDays(),
                metric.winsorAt(),
                metric.lookBackDays(),
                MetricSql.isMoney(metric.measurement()) ? brand.currency().getCurrencyCode() : null,
                metric.moreIsBetter(),
                metric.guardRail(),
                metric.measurement() instanceof Measurement.Ratio);
    }

    /**
     * {@return how far it is, once the table is made}
     *
     * @param stopped whether nobody more is exposed
     */
    Course course(boolean stopped) {
        return sql.sql("""
                        SELECT (:now - epoch(min(exposed_at))) / 86400 AS since_first,
                               (:now - epoch(max(exposed_at))) / 86400 AS since_last
                        FROM exposed""")
                .param("now", now.toEpochMilli() / 1e3)
                .query((row, _) -> row.getObject(1) == null
                        ? Course.ofNobody(stopped)
                        : new Course(row.getDouble(1), stopped ? row.getDouble(2) : null))
                .single();
    }

    /** Merged members are one person, from the first exposure on; one who thereby stands in two arms is left out. */
    private void people(Path file) {
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE met AS
                        SELECT coalesce(a.into_no, x.member_no) AS member_no, x.* EXCLUDE (member_no)
                        FROM read_csv(%s, header = false, auto_detect = false, quote = '"', escape = '"', columns = {%s}) x
                        LEFT JOIN member_alias a ON a.member_no = x.member_no""".formatted(SqlText.literal(file), ExposureTable.COLUMNS)).update();
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE exposed AS
                        WITH repeated AS (SELECT member_no FROM met GROUP BY member_no HAVING count(*) > 1)
                        SELECT member_no, arm, arm AS last_arm, exposed_at, cluster, stage, layer, rfm, value
                        FROM met ANTI JOIN repeated USING (member_no)
                        UNION ALL
                        SELECT member_no, min(arm), max(arm), min(exposed_at), arg_min(cluster, exposed_at),
                               arg_min(stage, exposed_at), arg_min(layer, exposed_at), arg_min(rfm, exposed_at),
                               arg_min(value, exposed_at)
                        FROM met SEMI JOIN repeated USING (member_no) GROUP BY member_no""").update();
        long twoArms = count("SELECT count(*) FROM exposed WHERE arm < last_arm");
        if (twoArms > 0) {
            findings.add(new Finding("in-two-arms", true, twoArms, null));
            sql.sql("DELETE FROM exposed WHERE arm < last_arm").update();
        }
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE person AS
                        SELECT member_no AS any_no, member_no, epoch_us(exposed_at) AS exposed_us FROM exposed
                        UNION ALL
                        SELECT a.member_no, e.member_no, epoch_us(e.exposed_at)
                        FROM exposed e JOIN member_alias a ON a.into_no = e.member_no""").update();
    }

    private void events(List<Metric> metrics) {
        MetricSql wanted = new MetricSql(metrics);
        List<MetricSql.Pass> passes = wanted.passes();
        StringBuilder facts = new StringBuilder();
        for (int pass = 0; pass < passes.size(); pass++) {
            read(passes.get(pass), "fact_" + pass);
            facts.append(" LEFT JOIN fact_").append(pass).append(" USING (member_no)");
        }
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE %s AS
                        SELECT arm, cluster, CAST(timezone('%s', exposed_at) AS DATE) AS day, value AS score,
                               stage AS s0, layer AS s1, rfm AS s2%s
                        FROM (SELECT *, TIMESTAMPTZ '%s' AS now_at FROM exposed)%s""".formatted(
                                UnitTable.NAME,
                                brand.zone().getId(),
                                wanted.columns().isEmpty() ? "" : ", " + String.join(", ", wanted.columns()),
                                now,
                                facts))
                .update();
        wanted.money()
                .forEach(money ->
                        otherCurrencies(money, metrics.get(money.metric()).name(), passes.getFirst()));
    }

    /** Money of another currency is added to nothing; where that is of many, the figure is doubtful. */
    private void otherCurrencies(MetricSql.Money money, String name, MetricSql.Pass pass) {
        sql.sql(
                        "SELECT coalesce(sum(z%1$d), 0), count(*) FILTER (z%1$d > 0), (SELECT count(*) FROM exposed) FROM fact_0"
                                .formatted(money.metric()))
                .query(row -> {
                    long members = row.getLong(2);
                    if (members > 0) {
                        boolean grave = members > MANY_OF_ANOTHER_CURRENCY * row.getLong(3);
                        findings.add(new Finding(
                                "other-currency", grave, row.getLong(1), name, members, currencies(money, pass)));
                    }
                });
    }

    /** Which other currencies those are, the commonest first: read again, since there are hardly ever any. */
    private String currencies(MetricSql.Money money, MetricSql.Pass pass) {
        return String.join(
                ", ",
                sql.sql("""
                                SELECT currency || ' ' || count(*) FROM (
                                    SELECT e.currency, e.us - p.exposed_us AS after
                                    FROM (SELECT member_no AS any_no, currency, epoch_us(ts) AS us FROM %s AS found
                                          WHERE event = :event AND %s) e
                                    JOIN person p USING (any_no))
                                WHERE %s GROUP BY currency ORDER BY count(*) DESC, currency""".formatted(relation(pass.reaches()), brand.otherMoney("found"), money.within()))
                        .param("event", money.event())
                        .query(String.class)
                        .list());
    }

    /** One row a member with events within reach of the exposure; DuckDB reads the columns alone that the aggregates name. */
    private void read(MetricSql.Pass pass, String table) {
        String names = pass.events().isEmpty()
                ? "event NOT IN (:notOwn)"
                : "event IN (:" + String.join(", :", pass.events().keySet()) + ")";
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE %s AS
                        SELECT member_no, %s FROM (
                            SELECT p.member_no, e.event, e.pieces, e.money, e.foreign_money, e.us - p.exposed_us AS after
                            FROM (SELECT member_no AS any_no, event, CAST(quantity AS DOUBLE) AS pieces, epoch_us(ts) AS us,
                                         CAST(%s AS DOUBLE) AS money, %s AS foreign_money
                                  FROM %s AS found WHERE %s) e
                            JOIN person p USING (any_no)
                            WHERE %s) counted
                        GROUP BY member_no""".formatted(
                                table,
                                String.join(", ", pass.aggregates()),
                                brand.money("found"),
                                brand.otherMoney("found"),
                                relation(pass.reaches()),
                                names,
                                pass.within("(e.us - p.exposed_us)")))
                .param("notOwn", ownDoing.not())
                .params(pass.events())
                .update();
    }

    private record Days(LocalDate first, LocalDate last) {}

    /** The days on which something may count: a day's events lie under the brand's day, which may be one off from that in UTC. */
    private String relation(Set<MetricSql.Reach> reaches) {
        Days days = sql.sql(
                        "SELECT CAST(min(exposed_at) AS DATE) AS first, CAST(max(exposed_at) AS DATE) AS last FROM exposed")
                .query((row, _) -> row.getObject(1) == null
                        ? new Days(LocalDate.MAX, LocalDate.MIN)
                        : new Days(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .single();
        if (days.first().equals(LocalDate.MAX)) {
            return lake.relation(_ -> false);
        }
        return lake.relation(day -> reaches.stream()
                .anyMatch(reach -> !day.isBefore(days.first().plusDays(reach.from() - 1L))
                        && !day.isAfter(days.last().plusDays(reach.until() + 1L))));
    }

    private long count(String query) {
        return sql.sql(query).params(Map.of()).query(Long.class).single();
    }
}
