package io.guanxi.experiment.programme;

import io.guanxi.experiment.programme.ProgrammeReport.QuarterPart;
import io.guanxi.experiment.programme.ProgrammeReport.QuarterSum;
import io.guanxi.experiment.report.Report.Ends;
import io.guanxi.experiment.report.Report.ShownEffect;
import io.guanxi.experiment.statistics.Interval;
import io.guanxi.experiment.statistics.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** Sums what the parts of a quarter brought. Each period holds out others, so totals add up, and so do their variances. */
final class Sums {

    private static final double HALF = new NormalDistribution().inverseCumulativeProbability(0.975);
    private static final List<Outcomes> SUMMED = List.of(Outcomes.ORDERS, Outcomes.GMV, Outcomes.VALUE);

    private Sums() {}

    /** {@return the sums; one whose parts cannot all be compared is left out} */
    static List<QuarterSum> of(List<QuarterPart> parts, long openDays) {
        List<QuarterSum> sums = new ArrayList<>();
        for (Outcomes outcome : SUMMED) {
            List<Measured> measured = parts.stream()
                    .map(part -> part.measured().get(outcome.place()))
                    .toList();
            boolean whole = !measured.isEmpty()
                    && measured.stream()
                            .allMatch(one -> one.effect() != null && !(one.verdict() instanceof Verdict.Blocked));
            if (whole) {
                sums.add(sum(outcome, measured, openDays));
            }
        }
        return sums;
    }

    private static QuarterSum sum(Outcomes outcome, List<Measured> measured, long openDays) {
        double total = 0;
        double variance = 0;
        for (Measured one : measured) {
            ShownEffect effect = Objects.requireNonNull(one.effect());
            double reached = one.reached().units();
            total += effect.difference() * reached;
            variance += effect.error() * effect.error() * reached * reached;
        }
        double half = HALF * Math.sqrt(variance);
        if (measured.size() == 1) { // the part's own, by Student's t
            Ends ends = Objects.requireNonNull(measured.getFirst().totalInterval());
            return new QuarterSum(outcome.code(), total, ends, verdict(ends.low(), ends.high(), openDays));
        }
        return new QuarterSum(
                outcome.code(),
                total,
                new Ends(total - half, total + half),
                verdict(total - half, total + half, openDays));
    }

    private static Verdict verdict(double low, double high, long openDays) {
        if (openDays > 0) {
            return new Verdict.TooEarly(openDays);
        }
        return low > 0
                ? new Verdict.Helped(new Interval(low, high), false)
                : high < 0
                        ? new Verdict.Harmed(new Interval(low, high), false)
                        : new Verdict.NoDifferenceSeen(Math.max(Math.abs(low), Math.abs(high)), false);
    }
}
