package io.guanxi.experiment.analysis;

import io.guanxi.experiment.analysis.UnitTable.AnalysedArm;
import io.guanxi.experiment.report.Report.SegmentEffect;
import io.guanxi.experiment.statistics.Comparison;
import io.guanxi.experiment.statistics.Effect;
import io.guanxi.experiment.statistics.Moments;
import io.guanxi.experiment.statistics.Outcome.Compared;
import io.guanxi.platform.FalseDiscovery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The difference within parts of the members, with q-values over all parts of one comparison. */
final class Segments {

    private static final int MOST_PARTS = 200;

    private final List<Dimension> dimensions;
    private final List<AnalysedArm> arms;
    private final boolean once;

    private record Dimension(String name, Map<String, Map<Integer, Moments>> values) {}

    private record Part(String dimension, String value, Moments control, Moments treatment, Effect effect) {}

    private Segments(List<Dimension> dimensions, List<AnalysedArm> arms, boolean once) {
        this.dimensions = dimensions;
        this.arms = arms;
        this.once = once;
    }

    /** {@return the parts of one metric, of all arms; {@code values} in the order of the table's segments} */
    static Segments of(UnitTable table, List<Map<String, Map<Integer, Moments>>> values, boolean once) {
        List<Dimension> dimensions = new ArrayList<>();
        for (int segment = 0; segment < table.segments().size(); segment++) {
            dimensions.add(new Dimension(table.segments().get(segment), values.get(segment)));
        }
        return new Segments(dimensions, table.arms(), once);
    }

    List<SegmentEffect> of(Comparison comparison, int arm) {
        String controlKey = arms.getFirst().key();
        String key = arms.get(arm).key();
        List<Part> parts = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            dimension.values().forEach((value, found) -> {
                Moments control = found.getOrDefault(0, Moments.none());
                Moments treatment = found.getOrDefault(arm, Moments.none());
                if (!value.isEmpty()
                        && parts.size() < MOST_PARTS
                        && comparison.of(control, treatment) instanceof Compared compared) {
                    parts.add(new Part(dimension.name(), value, control, treatment, compared.effect()));
                }
            });
        }
        double[] qValues = FalseDiscovery.qValues(
                parts.stream().mapToDouble(part -> part.effect().pValue(once)).toArray());
        List<SegmentEffect> effects = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Effect.Lift lift = part.effect().lift();
            effects.add(new SegmentEffect(
                    part.dimension(),
                    part.value(),
                    part.control().n(),
                    part.treatment().n(),
                    part.effect().difference(),
                    Shown.ends(part.effect().interval(once)),
                    lift == null ? null : lift.value(),
                    lift == null ? null : Shown.ends(lift.interval(once)),
                    part.effect().pValue(once),
                    qValues[i],
                    Shown.inputs(
                            controlKey, key, part.control(), part.treatment(), comparison.lookBack(), part.effect())));
        }
        return effects;
    }
}
