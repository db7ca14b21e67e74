package io.guanxi.value.member;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member as callers see it; personal data is masked for those who may not see it. A member whom no run has scored yet has
 * {@code scored} false, no value, no stage, and zero orders.
 *
 * @param no number
 * @param name from the trait {@code name}, or null
 * @param identifiers what they are known by, strong kinds first
 * @param channel by which they came, or null
 * @param joined the brand's day on which they joined
 * @param scored whether a run has scored them
 * @param value 0 to 100, two decimals
 * @param consumption 0 to 100
 * @param content 0 to 100
 * @param interaction 0 to 100
 * @param social 0 to 100
 * @param rfm recency, frequency, money and their scores
 * @param stage AIPL stage
 * @param layer relationship layer
 * @param level growth level
 * @param topSpender in the top tier
 * @param highValue above the model's line
 * @param firstSeen first event, UTC
 * @param lastSeen last event, UTC
 * @param orders number of orders
 * @param spend completed minus refunded
 * @param currency the brand's
 * @param lifetime what is to be expected of them; null for who never ordered, and before a lifetime model is fitted
 */
public record MemberCard(
        int no,
        @Nullable String name,
        List<Identifier> identifiers,
        @Nullable String channel,
        @Nullable LocalDate joined,
        boolean scored,
        @Nullable Double value,
        @Nullable Double consumption,
        @Nullable Double content,
        @Nullable Double interaction,
        @Nullable Double social,
        @Nullable Rfm rfm,
        @Nullable String stage,
        @Nullable String layer,
        @Nullable String level,
        boolean topSpender,
        boolean highValue,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        int orders,
        BigDecimal spend,
        String currency,
        @Nullable MemberLifetime lifetime) {

    /**
     * What a member is known by.
     *
     * @param kind e.g. {@code phone}
     * @param key the key, maybe masked
     */
    public record Identifier(String kind, String key) {}

    /**
     * Recency, frequency, money.
     *
     * @param recencyDays days since the last order, or null without one
     * @param frequency orders
     * @param monetary spend
     * @param r 1 to 5, or null without an order
     * @param f 1 to 5, or null without an order
     * @param m 1 to 5, or null without an order
     */
    public record Rfm(
            @Nullable Integer recencyDays,
            int frequency,
            BigDecimal monetary,
            @Nullable Integer r,
            @Nullable Integer f,
            @Nullable Integer m) {}
}
