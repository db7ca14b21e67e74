package io.guanxi.experiment.programme;

import io.guanxi.platform.Problem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The brand's days a report is of.
 *
 * @param from the first
 * @param until the last
 */
public record Days(LocalDate from, LocalDate until) {

    private static final int MOST = 732;

    /** Refuses what is no stretch of days. */
    public Days {
        if (until.isBefore(from)
                || from.getYear() < 1970
                || until.getYear() > 9999
                || ChronoUnit.DAYS.between(from, until) >= MOST) {
            throw Problem.badRequest(
                    "experiment.days-invalid",
                    "A report is of at most " + MOST + " days, the first not after the last.");
        }
    }

    /**
     * {@return the days of a text such as {@code 2026-07-01/2026-09-30}}
     *
     * @param text as {@link #toString} gives it
     */
    static Days of(String text) {
        int middle = text.indexOf('/');
        return new Days(LocalDate.parse(text.substring(0, middle)), LocalDate.parse(text.substring(middle + 1)));
    }

    @Override
    public String toString() {
        return from + "/" + until;
    }

    /** {@return how many} */
    long count() {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }

    /** {@return those that are over by the end of a day; the first alone where none is} */
    Days upTo(LocalDate last) {
        return until.isAfter(last) ? new Days(from, last.isBefore(from) ? from : last) : this;
    }

    /** {@return how many at their end count for retention: thirty, or the second half of fewer than sixty} */
    long retention() {
        return Math.min(30, (count() + 1) / 2);
    }
}
