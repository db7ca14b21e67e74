package io.guanxi.experiment.programme;

import io.guanxi.experiment.analysis.Shown;
import io.guanxi.experiment.programme.ProgrammeSql.Arms;
import io.guanxi.experiment.report.Report.Ends;
import io.guanxi.experiment.report.Report.ShownEffect;
import io.guanxi.experiment.statistics.Comparison;
import io.guanxi.experiment.statistics.Judge;
import io.guanxi.experiment.statistics.Outcome;
import io.guanxi.experiment.statistics.Outcome.Compared;
import io.guanxi.experiment.statistics.SampleRatio;
import io.guanxi.experiment.statistics.Verdict;
import io.guanxi.platform.FalseDiscovery;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the reached with those held out. Until the days are over no verdict is given, so that looking every day decides nothing;
 * then it is one look, at the interval for one look.
 *
 * @param share of members held out
 * @param openDays days that are not over yet
 */
record Compare(double share, long openDays) {

    static final String HELD_OUT = "holdout";
    static final String REACHED = "reached";

    private static final double ALPHA = 0.05;
    private static final double SMALLEST_LIFT = 0.05;

    SampleRatio ratio(Arms arms) {
        return SampleRatio.of(List.of(arms.heldOut().n(), arms.reached().n()), List.of(share, 1 - share));
    }

    /** {@return all figures of one part} */
    List<Measured> of(List<Outcomes> outcomes, List<Arms> arms) {
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            measured.add(one(outcomes.get(i), arms.get(i)));
        }
        return measured;
    }

    private Measured one(Outcomes metric, Arms arms) {
        long units = arms.heldOut().n() + arms.reached().n();
        Outcome outcome = new Comparison(ALPHA, Math.max(1, units), true, false).of(arms.heldOut(), arms.reached());
        Verdict verdict = verdict(new Judge(true, SMALLEST_LIFT, true, 1, 0).of(ratio(arms), outcome));
        ShownEffect effect = outcome instanceof Compared compared ? Shown.effect(compared.effect()) : null;
        double reached = arms.reached().n();
        ShownEffect adds = metric.addsUp() ? effect : null;
        return new Measured(
                metric.code(),
                Shown.figure(HELD_OUT, arms.heldOut(), true),
                Shown.figure(REACHED, arms.reached(), true),
                verdict,
                effect,
                adds == null ? null : adds.difference() * reached,
                adds == null
                        ? null
                        : new Ends(
                                adds.interval().low() * reached, adds.interval().high() * reached),
                null);
    }

    private Verdict verdict(Verdict atTheEnd) {
        boolean told = atTheEnd instanceof Verdict.Blocked || openDays == 0;
        return told ? atTheEnd : new Verdict.TooEarly(openDays);
    }

    /** {@return the parts with q-values over all of them, for each figure by itself} */
    static Map<String, List<Measured>> withQ(Map<String, List<Measured>> parts) {
        Map<String, List<Measured>> found = new LinkedHashMap<>();
        parts.forEach((part, measured) -> found.put(part, new ArrayList<>(measured)));
        int figures = parts.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < figures; i++) {
            int figure = i;
            double[] ps = parts.values().stream()
                    .map(measured -> measured.get(figure).effect())
                    .filter(Objects::nonNull)
                    .mapToDouble(ShownEffect::pValue)
                    .toArray();
            Iterator<Double> qs =
                    DoubleStream.of(FalseDiscovery.qValues(ps)).boxed().iterator();
            found.replaceAll((_, measured) -> {
                Measured one = measured.get(figure);
                measured.set(figure, one.withQ(one.effect() == null ? null : next(qs)));
                return measured;
            });
        }
        return found;
    }

    private static @Nullable Double next(Iterator<Double> qs) {
        return qs.hasNext() ? qs.next() : null;
    }
}
