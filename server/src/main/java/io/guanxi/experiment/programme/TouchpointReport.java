package io.guanxi.experiment.programme;

import io.guanxi.experiment.report.Report.Finding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each channel reached, and what came of it.
 *
 * @param from first day
 * @param until last day
 * @param orderDays days from a message on in which an order counts as one after it
 * @param currency of all money
 * @param against who is compared with, or null where no period of the global holdout covers these days
 * @param rows the channels, the most messages first
 * @param findings what is wrong or has to be known
 * @param madeAt when
 */
public record TouchpointReport(
        LocalDate from,
        LocalDate until,
        int orderDays,
        String currency,
        @Nullable Against against,
        List<ChannelRow> rows,
        List<Finding> findings,
        Instant madeAt) {

    /** Copies. */
    public TouchpointReport {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /**
     * A channel. Of members, those held out are left out.
     *
     * @param channel its name
     * @param messages sent
     * @param delivered of them
     * @param meant members somebody meant to say something to
     * @param reached members something was sent to
     * @param opened members who opened one
     * @param clicked members who followed a link in one
     * @param ordered reached members who ordered from the day of a message on
     * @param orders theirs
     * @param gmv money of these orders
     * @param costPerMessage or null where it is not known
     * @param cost of the messages sent, or null
     * @param measured who was meant against who was meant and is held out; empty without a holdout
     */
    public record ChannelRow(
            String channel,
            long messages,
            long delivered,
            long meant,
            long reached,
            long opened,
            long clicked,
            long ordered,
            long orders,
            BigDecimal gmv,
            @Nullable BigDecimal costPerMessage,
            @Nullable BigDecimal cost,
            List<Measured> measured) {

        /** Copies. */
        public ChannelRow {
            measured = List.copyOf(measured);
        }
    }
}
