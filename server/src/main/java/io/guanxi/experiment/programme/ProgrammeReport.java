package io.guanxi.experiment.programme;

import io.guanxi.experiment.report.Report.Ends;
import io.guanxi.experiment.report.Report.Finding;
import io.guanxi.experiment.statistics.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all that was done in a quarter brought, summed over the periods of the global holdout in it.
 *
 * @param quarter e.g. {@code 2026-Q3}
 * @param from its first day
 * @param until its last day
 * @param coveredDays days in which somebody was held out and that are over
 * @param days of the quarter
 * @param currency of all money
 * @param touches messages sent in the covered days
 * @param cost of them, or null where no cost is known
 * @param sent they by channel, which the cost is of
 * @param parts the periods, in their order
 * @param sums over the parts; empty where there is none that can be compared
 * @param findings what is wrong or has to be known
 * @param madeAt when
 * @param newer whether events of these days have come since
 */
public record ProgrammeReport(
        String quarter,
        LocalDate from,
        LocalDate until,
        long coveredDays,
        long days,
        String currency,
        long touches,
        @Nullable BigDecimal cost,
        List<ChannelSent> sent,
        List<QuarterPart> parts,
        List<QuarterSum> sums,
        List<Finding> findings,
        Instant madeAt,
        boolean newer) {

    /** Copies. */
    public ProgrammeReport {
        sent = List.copyOf(sent);
        parts = List.copyOf(parts);
        sums = List.copyOf(sums);
        findings = List.copyOf(findings);
    }

    /** {@return the same, saying whether events have come since} */
    ProgrammeReport since(boolean came) {
        return new ProgrammeReport(
                quarter,
                from,
                until,
                coveredDays,
                days,
                currency,
                touches,
                cost,
                sent,
                parts,
                sums,
                findings,
                madeAt,
                came);
    }

    /**
     * A period's days within the quarter.
     *
     * @param from first day
     * @param until last day
     * @param against who is compared with
     * @param measured by all figures
     */
    public record QuarterPart(LocalDate from, LocalDate until, Against against, List<Measured> measured) {

        /** Copies. */
        public QuarterPart {
            measured = List.copyOf(measured);
        }
    }

    /**
     * A figure summed over the parts: totals add up, and so do their variances, since each period holds out others.
     *
     * @param metric {@code orders}, {@code gmv} or {@code value}
     * @param total how much more there was
     * @param interval at 95 %
     * @param verdict what it means
     */
    public record QuarterSum(String metric, double total, Ends interval, Verdict verdict) {}
}
