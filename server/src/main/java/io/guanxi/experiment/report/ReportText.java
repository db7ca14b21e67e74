package io.guanxi.experiment.report;

import io.guanxi.experiment.report.Report.ArmComparison;
import io.guanxi.experiment.report.Report.ArmFigure;
import io.guanxi.experiment.report.Report.ArmSize;
import io.guanxi.experiment.report.Report.Ends;
import io.guanxi.experiment.report.Report.Finding;
import io.guanxi.experiment.report.Report.MetricReport;
import io.guanxi.experiment.report.Report.ShownEffect;
import io.guanxi.experiment.statistics.Interval;
import io.guanxi.experiment.statistics.Judge;
import io.guanxi.experiment.statistics.Outcome;
import io.guanxi.experiment.statistics.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report in plain English, for a terminal. */
public final class ReportText {

    private final StringBuilder text = new StringBuilder();
    private final Report report;

    private ReportText(Report report) {
        this.report = report;
    }

    /**
     * {@return a report as lines}
     *
     * @param name of the experiment
     * @param report which
     */
    public static String of(String name, Report report) {
        return new ReportText(report).write(name);
    }

    private String write(String name) {
        line("experiment %s", name);
        for (ArmSize arm : report.health().arms()) {
            if (arm.clusters() == null) {
                line("arm %s  members %,d  expected %,.0f", arm.name(), arm.members(), arm.expected());
            } else {
                line(
                        "arm %s  communities %,d  expected %,.0f  with %,d members",
                        arm.name(), arm.clusters(), arm.expected(), arm.members());
            }
        }
        line(
                "sample ratio  chi-squared %.2f  p %s  %s",
                report.health().statistic(),
                p(report.health().pValue()),
                report.health().blocked() ? "WRONG: no verdict is given" : "as it should be");
        report.health()
                .findings()
                .forEach(finding -> line("%s %s", finding.grave() ? "WARNING" : "note", words(finding)));
        report.metrics().forEach(this::metric);
        return text.toString();
    }

    private void metric(MetricReport metric) {
        line("");
        List<String> notes = notes(metric);
        line("%s%s", metric.name(), notes.isEmpty() ? "" : "  (" + String.join("; ", notes) + ")");
        Size size = new Size(rate(metric), metric.currency());
        for (ArmFigure arm : metric.arms()) {
            line("  %s  %s  n %,d", arm.arm(), size.of(arm.value()), arm.units());
        }
        metric.comparisons().forEach(comparison -> comparison(comparison, size));
    }

    private static List<String> notes(MetricReport metric) {
        List<String> notes = new ArrayList<>();
        if (metric.windowDays() != null) {
            notes.add("within " + metric.windowDays() + " days of exposure");
        }
        if (metric.lookBackDays() == null) {
            notes.add("with the figure before exposure taken out");
        } else if (metric.lookBackDays() > 0) {
            notes.add("with the " + metric.lookBackDays() + " days before exposure taken out");
        }
        if (metric.winsorValue() != null) {
            notes.add("what lies above the %s quantile counts as %s"
                    .formatted(percent(metric.winsorAt()), number(metric.winsorValue())));
        }
        if (metric.guardRail()) {
            notes.add("a guard rail");
        }
        if (metric.moreIsBetter() == null) {
            notes.add("told, not judged");
        }
        return notes;
    }

    private void comparison(ArmComparison comparison, Size size) {
        ShownEffect effect = comparison.effect();
        line("  %s: %s", comparison.arm(), words(comparison.verdict(), size));
        if (effect != null) {
            Ends interval = report.once() ? effect.interval() : effect.alwaysInterval();
            line(
                    "    difference %s  from %s to %s  p %s",
                    size.of(effect.difference()),
                    size.of(interval.low()),
                    size.of(interval.high()),
                    p(report.once() ? effect.pValue() : effect.alwaysPValue()));
            Ends lift = report.once() ? effect.liftInterval() : effect.alwaysLiftInterval();
            if (lift == null) {
                line("    lift not told: the control is not clearly above 0");
            } else {
                line(
                        "    lift %s  from %s to %s of the control",
                        percent(effect.lift()), percent(lift.low()), percent(lift.high()));
            }
            line("    looked at every day the p would be %s", p(effect.alwaysPValue()));
            if (effect.varianceRemoved() != null) {
                line(
                        "    the figure before took out %s of the variance; without it the difference is %s",
                        percent(effect.varianceRemoved()), size.of(effect.unadjusted()));
            }
        }
        if (comparison.unwinsorised() != null) {
            line("    with outliers as they are: %s", words(comparison.unwinsorised(), size));
        }
    }

    /** How a metric's figures are written: a share in per cent, money with its currency, anything else as a number. */
    private record Size(boolean rate, @Nullable String currency) {

        String of(@Nullable Double value) {
            if (value == null) {
                return "not known";
            }
            return rate
                    ? String.format(Locale.ROOT, "%.2f %%", 100 * value)
                    : number(value) + (currency == null ? "" : " " + currency);
        }

        String of(double value, boolean relative) {
            return relative ? percent(value) + " of the control" : of(value);
        }

        String of(Interval by, boolean relative) {
            return of(by.low(), relative) + " to " + of(by.high(), relative);
        }
    }

    /** Whether a metric is a share of members, to be told in per cent; a column of a file is one where it holds noughts and ones. */
    private static boolean rate(MetricReport metric) {
        return switch (metric.kind()) {
            case "conversion", "retention" -> true;
            case "number" -> {
                List<ArmFigure> known = metric.arms().stream()
                        .filter(arm -> arm.value() != null && arm.units() > 1)
                        .toList();
                yield !known.isEmpty() && known.stream().allMatch(ReportText::isRate);
            }
            default -> false;
        };
    }

    /** A mean of noughts and ones has exactly the variance p (1 − p) n / (n − 1). */
    private static boolean isRate(ArmFigure arm) {
        double mean = arm.value() == null ? Double.NaN : arm.value();
        double variance = arm.variance() == null ? Double.NaN : arm.variance();
        double expected = mean * (1 - mean) * arm.units() / (arm.units() - 1.0);
        return arm.denominator() == 1 && mean >= 0 && mean <= 1 && Math.abs(variance - expected) <= 1e-9;
    }

    /** {@return a verdict in words} */
    private static String words(Verdict verdict, Size size) {
        return switch (verdict) {
            case Verdict.Helped helped -> "helped, by " + size.of(helped.by(), helped.relative());
            case Verdict.Harmed harmed -> "harmed, by " + size.of(harmed.by(), harmed.relative());
            case Verdict.Changed changed -> "another figure, by " + size.of(changed.by(), changed.relative());
            case Verdict.NoDifferenceSeen none ->
                "no difference seen; one larger than " + size.of(none.than(), none.relative()) + " would have been";
            case Verdict.TooEarly early ->
                early.days() < Judge.LONGEST
                        ? "too early, about " + early.days() + " more days"
                        : "too early: at this pace a difference of the size asked for would take more than ten years";
            case Verdict.Blocked _ -> "no verdict: the arms are not as large as they should be";
            case Verdict.NotComparable not -> "cannot be compared: " + words(not.why());
        };
    }

    private static String words(Outcome.Reason reason) {
        return switch (reason) {
            case EMPTY_ARM -> "an arm has nobody";
            case ONE_MEMBER -> "an arm has a single member, who has no spread";
            case ONE_CLUSTER -> "an arm has a single community; its chance cannot be told from its treatment";
            case ZERO_VARIANCE ->
                "within each arm all have the same figure; there is no spread to judge a difference by";
            case ZERO_DENOMINATOR -> "what the figure is divided by never happened in an arm";
        };
    }

    private static String words(Finding finding) {
        String count = String.format(Locale.ROOT, "%,d", finding.count());
        return switch (finding.code()) {
            case "no-unit-or-arm" -> count + " rows have no unit or no arm and are left out";
            case "no-cluster" -> count + " units have no cluster and are left out";
            case "assignment-changed" -> count + " units changed their arm midway and are left out";
            case "in-two-arms" -> count + " units are in two arms and are left out";
            case "repeated" -> count + " units have several rows and are left out";
            case "cluster-in-two-arms" -> count + " units are of clusters in two arms and are left out";
            case "outcome-before-exposure" -> count + " units have an outcome before their exposure and are left out";
            case "unreadable-lines" -> count + " lines of the file cannot be read and are left out";
            case "figure-missing" -> count + " units have no " + finding.of();
            case "figure-not-finite" -> count + " units have a " + finding.of() + " too large to be one";
            case "window-open" -> count + " members' window for " + finding.of() + " is still open";
            case "in-other-experiments" -> count + " members met another experiment within the same days";
            case "other-currency" ->
                count + " events of " + finding.of()
                        + String.format(
                                Locale.ROOT,
                                ", of %,d members, are in another currency%s and are left out of the sum",
                                finding.members(),
                                finding.currencies() == null ? "" : " (" + finding.currencies() + ")");
            default -> finding.code() + " " + count;
        };
    }

    /** As many digits as the size of a figure makes worth reading. */
    private static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 1000
                ? "%,.0f"
                : size >= 10 ? "%.2f" : size >= 0.1 || size == 0 ? "%.3f" : size >= 1e-4 ? "%.5f" : "%.2e";
        return String.format(Locale.ROOT, format, value);
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String p(double p) {
        return p < 0.0001 ? "< .0001" : String.format(Locale.ROOT, "%.4f", p).replaceFirst("^0", "");
    }

    private void line(String format, @Nullable Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
