package io.guanxi.experiment.analysis;

import io.guanxi.experiment.analysis.MomentSql.Figure;
import io.guanxi.experiment.analysis.MomentSql.Parts;
import io.guanxi.experiment.analysis.UnitTable.AnalysedArm;
import io.guanxi.experiment.analysis.UnitTable.AnalysedMetric;
import io.guanxi.experiment.report.Report.ArmComparison;
import io.guanxi.experiment.report.Report.ArmFigure;
import io.guanxi.experiment.report.Report.ArmSize;
import io.guanxi.experiment.report.Report.DayPoint;
import io.guanxi.experiment.report.Report.Finding;
import io.guanxi.experiment.report.Report.Health;
import io.guanxi.experiment.report.Report.MetricReport;
import io.guanxi.experiment.report.Report.Uplift;
import io.guanxi.experiment.report.Report.UpliftBin;
import io.guanxi.experiment.report.Report.UpliftPoint;
import io.guanxi.experiment.statistics.Comparison;
import io.guanxi.experiment.statistics.Effect;
import io.guanxi.experiment.statistics.Judge;
import io.guanxi.experiment.statistics.Moments;
import io.guanxi.experiment.statistics.Outcome;
import io.guanxi.experiment.statistics.Outcome.Compared;
import io.guanxi.experiment.statistics.SampleRatio;
import io.guanxi.experiment.statistics.UpliftCurve;
import io.guanxi.experiment.statistics.Verdict;
import io.guanxi.platform.FalseDiscovery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Analyses a {@link UnitTable}.
 *
 * <p>With several arms the error allowed is shared among them (Bonferroni). The first metric decides by its own intervals;
 * p-values of all metrics and arms also get q-values, and so do the parts of the members within each comparison.
 */
final class Analysis {

    private final UnitTable table;
    private final Plan plan;
    private final MomentSql sql;

    /**
     * How it is judged.
     *
     * @param alpha error allowed, e.g. 0.05
     * @param once whether this is the only look, at a size fixed before
     * @param smallestLift relative lift worth knowing
     * @param plannedUnits of all arms together, fixed at the first look, or null for those that are in
     * @param course how far it is, or null where it is over
     */
    record Plan(
            double alpha,
            boolean once,
            double smallestLift,
            @Nullable Long plannedUnits,
            @Nullable Course course) {

        Judge judge(AnalysedMetric metric) {
            int closes = metric.closesAfterDays();
            return new Judge(
                    once,
                    smallestLift,
                    metric.moreIsBetter(),
                    course == null ? 1 : course.counted(closes),
                    course == null ? 0 : course.left(closes));
        }
    }

    /** What comes out, without who asked when. */
    record Findings(Health health, List<MetricReport> metrics) {}

    Analysis(UnitTable table, Plan plan, JdbcClient connection) {
        this.table = table;
        this.plan = plan;
        this.sql = new MomentSql(connection, table.clusters());
    }

    /**
     * {@return what comes out}
     *
     * @param done told after each metric which share of them is done
     */
    Findings run(DoubleConsumer done) {
        Map<Integer, Long> members = sql.members();
        Map<Integer, Long> clusters = table.clusters() ? sql.clusters() : Map.of();
        Map<Integer, Long> units = table.clusters() ? clusters : members;
        List<Finding> findings = new ArrayList<>(table.findings());
        SampleRatio ratio = SampleRatio.of(
                IntStream.range(0, table.arms().size())
                        .mapToObj(arm -> units.getOrDefault(arm, 0L))
                        .toList(),
                table.arms().stream().map(AnalysedArm::weight).toList());
        List<MetricReport> metrics = new ArrayList<>();
        for (int metric = 0; metric < table.metrics().size(); metric++) {
            metrics.add(metric(metric, ratio, findings));
            done.accept((metric + 1.0) / table.metrics().size());
        }
        List<ArmSize> sizes = new ArrayList<>();
        for (int arm = 0; arm < table.arms().size(); arm++) {
            AnalysedArm of = table.arms().get(arm);
            sizes.add(new ArmSize(
                    of.key(),
                    of.name(),
                    of.weight(),
                    members.getOrDefault(arm, 0L),
                    ratio.expected().get(arm),
                    table.clusters() ? clusters.getOrDefault(arm, 0L) : null));
        }
        Health health = new Health(sizes, ratio.statistic(), ratio.pValue(), ratio.blocks(), findings);
        return new Findings(health, withQValues(metrics));
    }

    private MetricReport metric(int number, SampleRatio ratio, List<Finding> findings) {
        AnalysedMetric metric = table.metrics().get(number);
        long unknown = metric.windowDays() == null ? sql.unknown(number) : 0;
        if (unknown > 0) {
            findings.add(new Finding("figure-missing", false, unknown, metric.name()));
        }
        Double winsorAt = metric.winsorAt();
        Double most = winsorAt == null ? null : sql.winsor(number, winsorAt).orElse(null);
        Figure figure = new Figure(number, metric.ratio(), most);
        Parts parts = sql.parts(figure, table.segments().size());
        Map<Integer, Moments> arms = parts.arms();
        Map<Integer, Moments> plain = most == null ? arms : sql.byArm(new Figure(number, metric.ratio(), null));
        Map<String, Map<Integer, Moments>> days = table.days() ? sql.byDay(figure) : Map.of();
        Segments segments = Segments.of(table, parts.segments(), plan.once());
        Judge judge = plan.judge(metric);
        List<ArmComparison> comparisons = new ArrayList<>();
        for (int arm = 1; arm < table.arms().size(); arm++) {
            Moments control = arms.getOrDefault(0, Moments.none());
            Moments treatment = arms.getOrDefault(arm, Moments.none());
            Comparison comparison = comparison(metric, arm, control.n() + treatment.n());
            Outcome outcome = comparison.of(control, treatment);
            Moments plainControl = plain.getOrDefault(0, Moments.none());
            Moments plainTreatment = plain.getOrDefault(arm, Moments.none());
            Outcome uncut = most == null ? null : comparison.of(plainControl, plainTreatment);
            String controlKey = table.arms().getFirst().key();
            String key = table.arms().get(arm).key();
            comparisons.add(new ArmComparison(
                    key,
                    early(judge.of(ratio, outcome), metric),
                    outcome instanceof Compared compared ? Shown.effect(compared.effect()) : null,
                    null,
                    uncut == null ? null : early(judge.of(ratio, uncut), metric),
                    uncut instanceof Compared compared
                            ? Shown.inputs(
                                    controlKey,
                                    key,
                                    plainControl,
                                    plainTreatment,
                                    comparison.lookBack(),
                                    compared.effect())
                            : null,
                    overTime(comparison, days, arm, controlKey, key),
                    segments.of(comparison, arm),
                    table.score() && !table.clusters() && !metric.ratio() ? uplift(figure, arm) : null));
        }
        List<ArmFigure> figures = new ArrayList<>();
        for (int arm = 0; arm < table.arms().size(); arm++) {
            figures.add(Shown.figure(
                    table.arms().get(arm).key(), arms.getOrDefault(arm, Moments.none()), metric.lookBack()));
        }
        return new MetricReport(
                metric.name(),
                metric.kind(),
                metric.windowDays(),
                metric.currency(),
                metric.moreIsBetter(),
                metric.guardRail(),
                most == null ? null : winsorAt,
                most,
                metric.lookBackDays(),
                figures,
                comparisons);
    }

    private Comparison comparison(AnalysedMetric metric, int arm, long units) {
        Long planned = plan.plannedUnits();
        double all = table.arms().stream().mapToDouble(AnalysedArm::weight).sum();
        double ours = table.arms().get(0).weight() + table.arms().get(arm).weight();
        return new Comparison(
                plan.alpha() / (table.arms().size() - 1),
                Math.max(1, planned == null ? units : planned * ours / all),
                metric.lookBack(),
                table.clusters());
    }

    /** While it runs, nobody's window may have closed yet: that is early, not wrong. */
    private Verdict early(Verdict verdict, AnalysedMetric metric) {
        boolean nobody = verdict instanceof Verdict.NotComparable not
                && (not.why() == Outcome.Reason.EMPTY_ARM || not.why() == Outcome.Reason.ONE_MEMBER);
        Course course = plan.course();
        return nobody && course != null && course.left(metric.closesAfterDays()) > 0
                ? new Verdict.TooEarly(course.untilFirst(metric.closesAfterDays()))
                : verdict;
    }

    private static List<DayPoint> overTime(
            Comparison comparison, Map<String, Map<Integer, Moments>> days, int arm, String controlKey, String key) {
        List<DayPoint> points = new ArrayList<>();
        Moments control = Moments.none();
        Moments treatment = Moments.none();
        for (Map.Entry<String, Map<Integer, Moments>> day : days.entrySet()) {
            control = control.plus(day.getValue().getOrDefault(0, Moments.none()));
            treatment = treatment.plus(day.getValue().getOrDefault(arm, Moments.none()));
            if (!day.getKey().isEmpty() && comparison.of(control, treatment) instanceof Compared compared) {
                Effect.Lift lift = compared.effect().lift();
                points.add(new DayPoint(
                        LocalDate.parse(day.getKey()),
                        control.n() + treatment.n(),
                        compared.effect().difference(),
                        Shown.ends(compared.effect().alwaysInterval()),
                        lift == null ? null : lift.value(),
                        lift == null ? null : Shown.ends(lift.alwaysInterval()),
                        Shown.inputs(controlKey, key, control, treatment, comparison.lookBack(), compared.effect())));
            }
        }
        return points;
    }

    private @Nullable Uplift uplift(Figure figure, int arm) {
        List<UpliftCurve.Bin> bins = sql.bins(figure, arm);
        UpliftCurve curve = UpliftCurve.of(bins);
        return curve.points().isEmpty()
                ? null
                : new Uplift(
                        curve.coefficient(),
                        curve.points().stream()
                                .map(point -> new UpliftPoint(point.share(), point.gain()))
                                .toList(),
                        bins.stream()
                                .map(bin -> new UpliftBin(
                                        bin.controls(), bin.controlYield(), bin.treated(), bin.treatedYield()))
                                .toList());
    }

    /** What is told and not judged makes no discovery, so it is none of those among whom false ones are controlled. */
    private List<MetricReport> withQValues(List<MetricReport> metrics) {
        var qValues = Arrays.stream(FalseDiscovery.qValues(metrics.stream()
                        .filter(metric -> metric.moreIsBetter() != null)
                        .flatMap(metric -> metric.comparisons().stream())
                        .map(comparison -> comparison.effect())
                        .filter(Objects::nonNull)
                        .mapToDouble(effect -> plan.once() ? effect.pValue() : effect.alwaysPValue())
                        .toArray()))
                .iterator();
        return metrics.stream()
                .map(metric -> Shown.with(
                        metric,
                        metric.comparisons().stream()
                                .map(comparison -> metric.moreIsBetter() == null || comparison.effect() == null
                                        ? comparison
                                        : Shown.with(comparison, qValues.next()))
                                .toList()))
                .toList();
    }
}
