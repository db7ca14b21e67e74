package io.guanxi.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/**
 * Whose private domain this is. Days and ISO weeks are counted in its zone.
 *
 * @param name as the settings say, empty where they say none; what is shown is in {@code access.BrandFace}
 * @param zone the brand's time zone; fixed once events exist, since the lake is partitioned by its days
 * @param currency of amounts that name none, and the one in which money is added up
 */
public record Brand(String name, ZoneId zone, Currency currency) {

    /**
     * {@return SQL for the money of a row of events in the brand's currency: null where it says none, or money of another, which
     * cannot be added to it}
     *
     * @param row alias of a relation with {@code amount} and {@code currency}
     */
    public String money(String row) {
        return "CASE WHEN %1$s.currency IS NULL OR %1$s.currency = '%2$s' THEN %1$s.amount END"
                .formatted(row, currency.getCurrencyCode());
    }

    /**
     * {@return SQL for whether a row of events has money of another currency than the brand's}
     *
     * @param row alias of a relation with {@code amount} and {@code currency}
     */
    public String otherMoney(String row) {
        return "%1$s.amount IS NOT NULL AND %1$s.currency <> '%2$s'".formatted(row, currency.getCurrencyCode());
    }

    /**
     * {@return the brand's day on which the instant falls}
     *
     * @param instant any instant
     */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
