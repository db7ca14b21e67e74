package io.guanxi.audience.expression;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A stretch of days of the brand. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "ever", value = Window.Ever.class),
    @JsonSubTypes.Type(name = "last", value = Window.Last.class),
    @JsonSubTypes.Type(name = "ago", value = Window.Ago.class),
    @JsonSubTypes.Type(name = "next", value = Window.Next.class),
    @JsonSubTypes.Type(name = "between", value = Window.Between.class),
    @JsonSubTypes.Type(name = "sinceJoining", value = Window.SinceJoining.class)
})
public sealed interface Window {

    /** All days. */
    @Schema(name = "WindowEver")
    record Ever() implements Window {}

    /**
     * Today and the days before it.
     *
     * @param days how many, today included
     */
    @Schema(name = "WindowLast")
    record Last(int days) implements Window {}

    /**
     * From some days ago to fewer days ago, both included; 0 is today.
     *
     * @param from the earlier day
     * @param to the later day
     */
    @Schema(name = "WindowAgo")
    record Ago(int from, int to) implements Window {}

    /**
     * Today and the days after it: of a day that a trait names, since events lie in the past.
     *
     * @param days how many, today included
     */
    @Schema(name = "WindowNext")
    record Next(int days) implements Window {}

    /**
     * Between fixed days, both included.
     *
     * @param from the first, or null for no bound
     * @param to the last, or null for no bound
     */
    @Schema(name = "WindowBetween")
    record Between(@Nullable LocalDate from, @Nullable LocalDate to) implements Window {}

    /**
     * From the day on which the member joined.
     *
     * @param days so many days after it, 0 for that day alone
     */
    @Schema(name = "WindowSinceJoining")
    record SinceJoining(int days) implements Window {}

    /**
     * Fixed days.
     *
     * @param from the first, or null
     * @param to the last, or null
     */
    @Schema(name = "WindowSpan")
    record Span(@Nullable LocalDate from, @Nullable LocalDate to) {

        /**
         * {@return whether a day lies within}
         *
         * @param day the day
         */
        public boolean holds(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }

        /** {@return how many days, {@link Long#MAX_VALUE} without both bounds} */
        public long days() {
            return from == null || to == null ? Long.MAX_VALUE : from.until(to, ChronoUnit.DAYS) + 1;
        }
    }

    /** {@return whether it lies elsewhere tomorrow} */
    default boolean moves() {
        return switch (this) {
            case Last _, Ago _, Next _ -> true;
            case Ever _, Between _, SinceJoining _ -> false;
        };
    }

    /**
     * {@return the days as they stand today; since joining differs by member and has no bound here}
     *
     * @param today the brand's day
     */
    default Span on(LocalDate today) {
        return switch (this) {
            case Ever(), SinceJoining(int _) -> new Span(null, null);
            case Last(int days) -> new Span(today.minusDays(days - 1L), today);
            case Ago(int from, int to) -> new Span(today.minusDays(from), today.minusDays(to));
            case Next(int days) -> new Span(today, today.plusDays(days - 1L));
            case Between(var from, var to) -> new Span(from, to);
        };
    }
}
