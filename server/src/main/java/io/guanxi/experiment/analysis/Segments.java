package io.guanxi.experiment.analysis;

import io.guanxi.experiment.report.Report.SegmentEffect;
import io.guanxi.experiment.statistics.Comparison;
import io.guanxi.experiment.statistics.Effect;
import io.guanxi.experiment.statistics.FalseDiscovery;
import io.guanxi.experiment.statistics.Moments;
import io.guanxi.experiment.statistics.Outcome.Compared;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The difference within parts of the members, with q-values over all parts of one comparison. */
final class Segments {

    private static final int MOST_PARTS = 200;

    private final UnitTable table;
    private final MomentSql sql;
    private final Comparison comparison;

    Segments(UnitTable table, MomentSql sql, Comparison comparison) {
        this.table = table;
        this.sql = sql;
        this.comparison = comparison;
    }

    private record Part(String dimension, String value, long controls, long treated, Effect effect) {}

    List<SegmentEffect> of(int metric, @Nullable Double most, int arm) {
        List<Part> parts = new ArrayList<>();
        for (int segment = 0; segment < table.segments().size(); segment++) {
            String dimension = table.segments().get(segment);
            sql.bySegment(metric, most, segment).forEach((value, arms) -> {
                Moments control = arms.getOrDefault(0, Moments.none());
                Moments treatment = arms.getOrDefault(arm, Moments.none());
                if (!value.isEmpty()
                        && parts.size() < MOST_PARTS
                        && comparison.of(control, treatment) instanceof Compared compared) {
                    parts.add(new Part(dimension, value, control.n(), treatment.n(), compared.effect()));
                }
            });
        }
        List<Double> qValues = FalseDiscovery.qValues(
                parts.stream().map(part -> part.effect().pValue()).toList());
        List<SegmentEffect> effects = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Effect.Lift lift = part.effect().lift();
            effects.add(new SegmentEffect(
                    part.dimension(),
                    part.value(),
                    part.controls(),
                    part.treated(),
                    part.effect().difference(),
                    Shown.ends(part.effect().interval()),
                    lift == null ? null : lift.value(),
                    lift == null ? null : Shown.ends(lift.interval()),
                    part.effect().pValue(),
                    qValues.get(i)));
        }
        return effects;
    }
}
