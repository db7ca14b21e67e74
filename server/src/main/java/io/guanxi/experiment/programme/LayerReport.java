package io.guanxi.experiment.programme;

import io.guanxi.experiment.report.Report.Finding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each layer of the relationship received, what that cost, and what it returned.
 *
 * @param from first day
 * @param until last day
 * @param retentionDays days at the end in which who did something counts as retained
 * @param currency of all money
 * @param against who is compared with, or null where no period of the global holdout covers these days
 * @param rows all members first, then the layers from the furthest to the closest
 * @param findings what is wrong or has to be known
 * @param madeAt when
 * @param newer whether events of these days have come since
 */
public record LayerReport(
        LocalDate from,
        LocalDate until,
        long retentionDays,
        String currency,
        @Nullable Against against,
        List<LayerRow> rows,
        List<Finding> findings,
        Instant madeAt,
        boolean newer) {

    /** Layer of the row of all members. */
    public static final String ALL = "ALL";

    /** Copies. */
    public LayerReport {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** {@return the same, saying whether events have come since} */
    LayerReport since(boolean came) {
        return new LayerReport(from, until, retentionDays, currency, against, rows, findings, madeAt, came);
    }

    /**
     * A layer: its members without those held out.
     *
     * @param layer NEW, ACTING, ACTIVE, LOYAL, or ALL
     * @param members who may be reached
     * @param touched members something was sent to
     * @param touches messages sent
     * @param touchesPerMember messages by members, or null without members
     * @param cost of the messages, or null where no cost is known
     * @param sent the messages by channel, which the cost is of
     * @param buyers who ordered
     * @param conversion buyers by members, or null without members
     * @param orders theirs
     * @param gmv money of their orders
     * @param retention share of members who did something at the end, or null without members
     * @param valuePerMember orders less refunds by members, or null without members
     * @param scorePerMember their mean value by the value model at the end of the days, or null without members
     * @param measured against the members of this layer who are held out; empty without a holdout
     */
    public record LayerRow(
            String layer,
            long members,
            long touched,
            long touches,
            @Nullable Double touchesPerMember,
            @Nullable BigDecimal cost,
            List<ChannelSent> sent,
            long buyers,
            @Nullable Double conversion,
            long orders,
            BigDecimal gmv,
            @Nullable Double retention,
            @Nullable Double valuePerMember,
            @Nullable Double scorePerMember,
            List<Measured> measured) {

        /** Copies. */
        public LayerRow {
            sent = List.copyOf(sent);
            measured = List.copyOf(measured);
        }
    }
}
