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
 * @param places where members came of their own accord or by a link: menu items, codes, pieces of content, the most used first
 * @param findings what is wrong or has to be known
 * @param madeAt when
 * @param newer whether events of these days have come since
 */
public record TouchpointReport(
        LocalDate from,
        LocalDate until,
        int orderDays,
        String currency,
        @Nullable Against against,
        List<ChannelRow> rows,
        List<TouchPlace> places,
        List<Finding> findings,
        Instant madeAt,
        boolean newer) {

    /** Copies. */
    public TouchpointReport {
        rows = List.copyOf(rows);
        places = List.copyOf(places);
        findings = List.copyOf(findings);
    }

    /** {@return the same, saying whether events have come since} */
    TouchpointReport since(boolean came) {
        return new TouchpointReport(from, until, orderDays, currency, against, rows, places, findings, madeAt, came);
    }

    /** Of what kind a place is. */
    public enum PlaceKind {
        /** An item in an official account's menu, by its key. */
        MENU,
        /** A code of an official account that was scanned, by its scene. */
        CODE,
        /** A piece of the content library, an article or a page, that a link in a message led to. */
        CONTENT
    }

    /**
     * A place where members touched the brand. What is withheld from those held out has no part in it, so it is told what came after, and
     * nothing is compared. Of members, those held out are left out.
     *
     * @param kind of the place
     * @param key by which events name it, empty where they do not
     * @param name as people call it, or null where only the key is known
     * @param times it was used
     * @param members who used it
     * @param ordered of them, within the days after
     * @param orders theirs
     * @param gmv money of these orders
     */
    public record TouchPlace(
            PlaceKind kind,
            String key,
            @Nullable String name,
            long times,
            long members,
            long ordered,
            long orders,
            BigDecimal gmv) {

        /** {@return the same under a name} */
        TouchPlace named(@Nullable String called) {
            return new TouchPlace(kind, key, called, times, members, ordered, orders, gmv);
        }
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
