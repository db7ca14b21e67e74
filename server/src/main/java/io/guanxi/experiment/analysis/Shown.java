package io.guanxi.experiment.analysis;

import io.guanxi.experiment.report.Report.ArmComparison;
import io.guanxi.experiment.report.Report.ArmFigure;
import io.guanxi.experiment.report.Report.EffectInputs;
import io.guanxi.experiment.report.Report.Ends;
import io.guanxi.experiment.report.Report.MetricReport;
import io.guanxi.experiment.report.Report.ShownAdjustment;
import io.guanxi.experiment.report.Report.ShownEffect;
import io.guanxi.experiment.statistics.Effect;
import io.guanxi.experiment.statistics.Interval;
import io.guanxi.experiment.statistics.Moments;
import java.util.List;

/** Statistics as a report keeps them. */
public final class Shown {

    private Shown() {}

    /**
     * {@return an interval}
     *
     * @param interval which
     */
    public static Ends ends(Interval interval) {
        return new Ends(interval.low(), interval.high());
    }

    /**
     * {@return an effect}
     *
     * @param effect which
     */
    public static ShownEffect effect(Effect effect) {
        Effect.Lift lift = effect.lift();
        Effect.Adjustment adjustment = effect.adjustment();
        return new ShownEffect(
                effect.difference(),
                effect.error(),
                effect.degrees(),
                effect.pValue(),
                ends(effect.interval()),
                effect.alwaysPValue(),
                ends(effect.alwaysInterval()),
                lift == null ? null : lift.value(),
                lift == null ? null : ends(lift.interval()),
                lift == null ? null : ends(lift.alwaysInterval()),
                adjustment == null ? null : adjustment.theta(),
                adjustment == null ? null : adjustment.removed(),
                adjustment == null ? null : adjustment.unadjusted(),
                adjustment == null
                        ? null
                        : new ShownAdjustment(adjustment.before(), effect.control(), effect.treatment()),
                effect.sequence());
    }

    /**
     * {@return the figure of an arm}
     *
     * @param arm its key
     * @param moments of its units
     * @param lookBack whether figures before are known
     */
    public static ArmFigure figure(String arm, Moments moments, boolean lookBack) {
        boolean measured = moments.n() > 0 && moments.denominator() > 0;
        boolean spread = measured && moments.n() > 1;
        boolean before = lookBack && moments.n() > 0 && moments.denominatorBefore() > 0;
        return new ArmFigure(
                arm,
                moments.n(),
                moments.numerator(),
                moments.denominator(),
                measured ? moments.ratio() : null,
                spread ? moments.variance() : null,
                spread ? Math.sqrt(Math.max(0, moments.variance()) / moments.n()) : null,
                before ? moments.ratioBefore() : null,
                before && spread ? moments.covariance() : null,
                before && spread ? moments.varianceBefore() : null);
    }

    static EffectInputs inputs(
            String controlKey, String key, Moments control, Moments treatment, boolean lookBack, Effect effect) {
        return new EffectInputs(
                figure(controlKey, control, lookBack), figure(key, treatment, lookBack), effect(effect));
    }

    static ArmComparison with(ArmComparison comparison, double qValue) {
        return new ArmComparison(
                comparison.arm(),
                comparison.verdict(),
                comparison.effect(),
                qValue,
                comparison.unwinsorised(),
                comparison.unwinsorisedInputs(),
                comparison.overTime(),
                comparison.segments(),
                comparison.uplift());
    }

    static MetricReport with(MetricReport metric, List<ArmComparison> comparisons) {
        return new MetricReport(
                metric.name(),
                metric.kind(),
                metric.windowDays(),
                metric.currency(),
                metric.moreIsBetter(),
                metric.guardRail(),
                metric.winsorAt(),
                metric.winsorValue(),
                metric.lookBackDays(),
                metric.arms(),
                comparisons);
    }
}
