package io.guanxi.value.member;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One single event and what it counts for. Those of one name add up to that name's raw in the {@link Explanation}.
 *
 * @param eventId unique for ever
 * @param ts when it happened, UTC
 * @param day the brand's day, which is what the cap and the half-life go by
 * @param amount its money, or null
 * @param currency of the amount, or null
 * @param object product, content, order …, or null
 * @param community where, or null
 * @param source where it came from
 * @param place which of its day it was, the earliest being 1
 * @param counted whether its place lies within the daily cap
 * @param points what its occurrence gave before decay; 0 beyond the cap
 * @param moneyPoints what its money gave before decay; the cap does not touch it
 * @param daysAgo whole days from its day to the run's
 * @param factor what the half-life has left of each point, 0 to 1
 * @param raw what is left of it at the day of the run: (points + moneyPoints) · factor, rounded with its day
 * @param ofDay what its whole day counts for
 */
public record ScoredEvent(
        String eventId,
        Instant ts,
        LocalDate day,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String object,
        @Nullable String community,
        String source,
        int place,
        boolean counted,
        double points,
        double moneyPoints,
        int daysAgo,
        double factor,
        double raw,
        ScoredDay ofDay) {

    /**
     * A day's events of one name together.
     *
     * @param n how many
     * @param counted of them, those within the daily cap
     * @param raw what is left of them at the day of the run
     */
    public record ScoredDay(long n, long counted, double raw) {}
}
