package io.guanxi.value.member;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a member has this value.
 *
 * @param no number
 * @param asOf the last day that counted
 * @param modelVersion version of the value model
 * @param lateData whether late events counted: include or exclude
 * @param value what the formula gives on the facts as they stand
 * @param storedValue what the last run stored, or null where it did not know the member
 * @param changedSince whether facts came since the run, so that the two differ
 * @param formula the sum with its numbers
 * @param dimensions the four, in their order
 * @param rfm the cell and what bounds it, or null without an order
 * @param stage why this AIPL stage, or null where not scored
 * @param layer why this relationship layer, or null where not scored
 * @param level why this growth level, or null where not scored
 * @param topSpender why in the top tier by spend or not, or null where not scored
 */
public record Explanation(
        int no,
        LocalDate asOf,
        int modelVersion,
        String lateData,
        double value,
        @Nullable Double storedValue,
        boolean changedSince,
        String formula,
        List<Part> dimensions,
        @Nullable RfmCell rfm,
        @Nullable ClassReason stage,
        @Nullable ClassReason layer,
        @Nullable ClassReason level,
        @Nullable ClassReason topSpender) {

    /**
     * A dimension.
     *
     * @param dimension its name
     * @param score 0 to 100
     * @param weight its share in the value
     * @param raw the sum, the total of its events' raw
     * @param scale the sum that scores 63
     * @param formula the score with its numbers
     * @param events what counted, the greatest first
     * @param days the days that counted most, at most ten
     */
    public record Part(
            String dimension,
            double score,
            double weight,
            double raw,
            double scale,
            String formula,
            List<Event> events,
            List<Day> days) {}

    /**
     * What one event's occurrences count for together.
     *
     * @param event its name
     * @param n occurrences
     * @param counted of them, those within the daily caps
     * @param dailyCap or null for none
     * @param amount its money, or null without any
     * @param weight points for each occurrence
     * @param weightPerAmount points for each unit of money
     * @param halfLifeDays after so many days it counts half
     * @param raw what is left of it at the day of the run
     * @param share of the dimension's sum, 0 to 1; 0 where that sum is not above 0
     * @param first first day
     * @param last last day
     */
    public record Event(
            String event,
            long n,
            long counted,
            @Nullable Integer dailyCap,
            @Nullable BigDecimal amount,
            double weight,
            double weightPerAmount,
            double halfLifeDays,
            double raw,
            double share,
            LocalDate first,
            LocalDate last) {}

    /**
     * What one day counts for.
     *
     * @param day the day
     * @param raw what is left of it
     */
    public record Day(LocalDate day, double raw) {}

    /**
     * The RFM cell.
     *
     * @param recency days since the last order
     * @param frequency orders
     * @param monetary spend
     */
    public record RfmCell(Measure recency, Measure frequency, Measure monetary) {}

    /**
     * One measure and the bounds between its scores.
     *
     * @param figure the member's
     * @param score 1 to 5
     * @param bounds the four figures between 1 and 2, 2 and 3, 3 and 4, 4 and 5
     */
    public record Measure(BigDecimal figure, int score, List<BigDecimal> bounds) {}

    /**
     * A class and the facts it rests on.
     *
     * @param is the class, e.g. {@code LOYALTY}
     * @param code stable, dotted, of the rule that fits; the console has its own sentence for each
     * @param because the rule that fits, in one sentence
     * @param facts the figures in the sentence, by name
     */
    public record ClassReason(String is, String code, String because, Map<String, Object> facts) {}
}
