package io.guanxi.value.member;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of a buyer, by the lifetime model in force at the last run.
 *
 * @param pAlive probability that they are still with the brand, 0 to 1
 * @param expectedOrders30 days with an order in the next 30 days
 * @param expectedOrders90 in the next 90 days
 * @param expectedOrders365 in the next 365 days
 * @param orderValue expected spend on a day with an order; null where there is no model of spend
 * @param expectedSpend30 spend in the next 30 days, or null
 * @param expectedSpend90 in the next 90 days, or null
 * @param expectedSpend365 in the next 365 days, or null
 */
public record MemberLifetime(
        double pAlive,
        double expectedOrders30,
        double expectedOrders90,
        double expectedOrders365,
        @Nullable BigDecimal orderValue,
        @Nullable BigDecimal expectedSpend30,
        @Nullable BigDecimal expectedSpend90,
        @Nullable BigDecimal expectedSpend365) {}
