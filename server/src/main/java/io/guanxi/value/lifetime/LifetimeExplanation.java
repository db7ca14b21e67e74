package io.guanxi.value.lifetime;

import io.guanxi.value.lifetime.estimate.OrderModel;
import io.guanxi.value.member.MemberLifetime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a member is expected to order and spend so much.
 *
 * @param no number
 * @param standing whether there is anything to explain
 * @param asOf the day of the figures, or null before the first run
 * @param version of the lifetime model, or null
 * @param kind which model of orders, or null
 * @param parameters of orders and spend together, by the papers' names
 * @param inputs all that the models know of the member, or null
 * @param expected what is expected, or null
 * @param steps the formulas with their numbers, in order
 * @param spendRefused why no spend is predicted, or null
 */
public record LifetimeExplanation(
        int no,
        Standing standing,
        @Nullable LocalDate asOf,
        @Nullable Integer version,
        OrderModel.@Nullable Kind kind,
        Map<String, Double> parameters,
        @Nullable Inputs inputs,
        @Nullable MemberLifetime expected,
        List<Step> steps,
        FoundLifetime.@Nullable Refusal spendRefused) {

    /** Whether there is anything to explain. */
    public enum Standing {
        /** There is a prediction. */
        PREDICTED,
        /** The models know buyers only. */
        NOT_ORDERED,
        /** No model is fitted yet. */
        NO_MODEL
    }

    /**
     * All that the models know of a member.
     *
     * @param firstOrder day of the first order
     * @param lastOrder day of the last
     * @param repeats x, days with an order after the first
     * @param lastWeeks tx, weeks from the first order to the last
     * @param ageWeeks T, weeks from the first order to the day of the figures
     * @param repeatSpend spent on the days after the first, less refunds
     */
    public record Inputs(
            LocalDate firstOrder,
            LocalDate lastOrder,
            int repeats,
            double lastWeeks,
            double ageWeeks,
            BigDecimal repeatSpend) {}

    /**
     * One formula.
     *
     * @param what a stable word: {@code pAlive}, {@code ordersIfAlive}, {@code orders}, {@code orderValue}, {@code spend}
     * @param days how far ahead, or null
     * @param formula with letters
     * @param numbers the same with numbers, and its result
     */
    public record Step(String what, @Nullable Integer days, String formula, String numbers) {}
}
