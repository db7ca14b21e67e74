package io.guanxi.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/**
 * Whose private domain this is. Days and ISO weeks are counted in its zone.
 *
 * @param name shown in the console
 * @param zone the brand's time zone; fixed once events exist, since the lake is partitioned by its days
 * @param currency default currency of amounts
 */
public record Brand(String name, ZoneId zone, Currency currency) {

    /**
     * {@return the brand's day on which the instant falls}
     *
     * @param instant any instant
     */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
