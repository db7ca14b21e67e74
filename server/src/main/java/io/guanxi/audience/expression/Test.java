package io.guanxi.audience.expression;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value must be. Its JSON form is told by its fields; texts compare letter by letter. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Test.OneOf.class),
    @JsonSubTypes.Type(Test.Contains.class),
    @JsonSubTypes.Type(Test.StartsWith.class),
    @JsonSubTypes.Type(Test.Known.class),
    @JsonSubTypes.Type(Test.Range.class)
})
public sealed interface Test {

    /**
     * {@return whether a value is so}
     *
     * @param value as text, or null where there is none
     */
    default boolean holdsFor(@Nullable String value) {
        return switch (this) {
            case Known(boolean known) -> known == (value != null);
            case OneOf(var in) -> value != null && in.contains(value);
            case Contains(var part) -> value != null && value.contains(part);
            case StartsWith(var start) -> value != null && value.startsWith(start);
            case Range range ->
                value != null && NUMBER.matcher(value).matches() && range.holds(Double.parseDouble(value));
        };
    }

    /** A number as people and JSON write it. */
    Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,3})?");

    /**
     * The value is one of some texts; numbers and true or false compare as they are written in JSON.
     *
     * @param in the texts
     */
    @Schema(name = "TestOneOf")
    record OneOf(List<String> in) implements Test {
        /** Copies the list. */
        public OneOf {
            in = List.copyOf(in);
        }
    }

    /**
     * The value contains a text.
     *
     * @param contains the text
     */
    @Schema(name = "TestContains")
    record Contains(String contains) implements Test {}

    /**
     * The value begins with a text.
     *
     * @param startsWith the text
     */
    @Schema(name = "TestStartsWith")
    record StartsWith(String startsWith) implements Test {}

    /**
     * There is a value, or there is none.
     *
     * @param known which of both
     */
    @Schema(name = "TestKnown")
    record Known(boolean known) implements Test {}

    /**
     * The value is a number between bounds.
     *
     * @param atLeast it is not smaller, or null
     * @param moreThan it is greater, or null
     * @param atMost it is not greater, or null
     * @param lessThan it is smaller, or null
     */
    @Schema(name = "TestRange")
    record Range(
            @Nullable Double atLeast,
            @Nullable Double moreThan,
            @Nullable Double atMost,
            @Nullable Double lessThan) implements Test {

        /** At least once. */
        public static final Range SOME = atLeast(1);

        /**
         * {@return this much or more}
         *
         * @param bound how much
         */
        public static Range atLeast(double bound) {
            return new Range(bound, null, null, null);
        }

        /**
         * {@return whether a number lies within}
         *
         * @param value the number
         */
        public boolean holds(double value) {
            return (atLeast == null || value >= atLeast)
                    && (moreThan == null || value > moreThan)
                    && (atMost == null || value <= atMost)
                    && (lessThan == null || value < lessThan);
        }

        /**
         * {@return the range of those numbers that are in one of two ranges and not in both; null where they differ in more than
         * the place of one bound}
         *
         * @param other the other range, of at most one lower and one upper bound as this
         */
        public @Nullable Range difference(Range other) {
            Double low = low();
            Double otherLow = other.low();
            if (low != null && otherLow != null && sameHigh(other)) {
                boolean wider = low < otherLow || (low.equals(otherLow) && atLeast != null);
                return wider ? downTo(other) : other.downTo(this);
            }
            Double high = high();
            Double otherHigh = other.high();
            if (high != null && otherHigh != null && sameLow(other)) {
                boolean wider = high > otherHigh || (high.equals(otherHigh) && atMost != null);
                return wider ? upFrom(other) : other.upFrom(this);
            }
            return null;
        }

        /** {@return how far its bounds lie apart; it has both} */
        @JsonIgnore
        public double width() {
            return Objects.requireNonNull(high()) - Objects.requireNonNull(low());
        }

        /** What lies below the lower bound of another range. */
        private Range downTo(Range other) {
            return new Range(
                    atLeast,
                    moreThan,
                    either(atMost, other.moreThan, Math::min),
                    either(lessThan, other.atLeast, Math::min));
        }

        /** What lies above the upper bound of another range. */
        private Range upFrom(Range other) {
            return new Range(
                    either(atLeast, other.lessThan, Math::max),
                    either(moreThan, other.atMost, Math::max),
                    atMost,
                    lessThan);
        }

        private boolean sameLow(Range other) {
            return Objects.equals(atLeast, other.atLeast) && Objects.equals(moreThan, other.moreThan);
        }

        private boolean sameHigh(Range other) {
            return Objects.equals(atMost, other.atMost) && Objects.equals(lessThan, other.lessThan);
        }

        private @Nullable Double low() {
            return either(atLeast, moreThan, Math::max);
        }

        private @Nullable Double high() {
            return either(atMost, lessThan, Math::min);
        }

        private static @Nullable Double either(
                @Nullable Double one, @Nullable Double other, BinaryOperator<Double> choice) {
            return one == null ? other : other == null ? one : choice.apply(one, other);
        }

        /** {@return the smallest whole number within, as far as an int reaches} */
        public int leastWhole() {
            double least = Math.max(
                    atLeast == null ? Integer.MIN_VALUE : Math.ceil(atLeast),
                    moreThan == null ? Integer.MIN_VALUE : Math.floor(moreThan) + 1);
            return (int) least;
        }

        /** {@return the largest whole number within, as far as an int reaches} */
        public int mostWhole() {
            double most = Math.min(
                    atMost == null ? Integer.MAX_VALUE : Math.floor(atMost),
                    lessThan == null ? Integer.MAX_VALUE : Math.ceil(lessThan) - 1);
            return (int) most;
        }

        /** {@return whether whole numbers from one on, and no others, lie within} */
        @JsonIgnore
        public boolean anyOccurrence() {
            return atMost == null
                    && lessThan == null
                    && (atLeast == null ? moreThan != null && moreThan == 0 : atLeast == 1 && moreThan == null);
        }
    }
}
