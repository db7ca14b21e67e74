package io.guanxi.journey.graph;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.guanxi.audience.expression.EventMatch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** What a wait waits for. Times of day and days are the member's where their trait {@code timezone} names a zone, else the brand's. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "for", value = Until.Span.class),
    @JsonSubTypes.Type(name = "day", value = Until.Day.class),
    @JsonSubTypes.Type(name = "time", value = Until.Time.class),
    @JsonSubTypes.Type(name = "date", value = Until.Date.class),
    @JsonSubTypes.Type(name = "event", value = Until.Event.class)
})
@Schema(name = "JourneyUntil")
public sealed interface Until {

    /**
     * A while; a day has 24 hours.
     *
     * @param days 0 to 3660
     * @param hours 0 to 1000
     * @param minutes 0 to 10000
     */
    @Schema(name = "JourneySpan")
    record Span(int days, int hours, int minutes) implements Until {

        /** {@return how long that is} */
        @JsonIgnore
        public Duration length() {
            return Duration.ofDays(days).plusHours(hours).plusMinutes(minutes);
        }
    }

    /**
     * T+N: a time of the Nth day after the day of entry; passed at once where that is over.
     *
     * @param day N, 0 is the day of entry itself
     * @param at the time of day
     */
    @Schema(name = "JourneyDay")
    record Day(int day, LocalTime at) implements Until {}

    /**
     * The next time it is so late.
     *
     * @param at the time of day
     */
    @Schema(name = "JourneyTime")
    record Time(LocalTime at) implements Until {}

    /**
     * A day that the member's data name; missed where there is none or it is over.
     *
     * @param trait the trait with the date, such as {@code birthday}
     * @param days so many days after it, before it where negative
     * @param at the time of day
     * @param yearly whether its next anniversary is meant
     */
    @Schema(name = "JourneyDate")
    record Date(String trait, int days, LocalTime at, boolean yearly) implements Until {}

    /**
     * Something the member does; missed where it does not come in time.
     *
     * @param event which
     * @param within at most so long
     * @param keyProperty the event's property that must be the key of the instance, such as {@code order_id}, or null
     * @param keyColumn the event's column that must be the key of the instance, such as {@code COMMUNITY}, or null
     */
    @Schema(name = "JourneyUntilEvent")
    record Event(EventMatch event, Span within, @Nullable String keyProperty, EventMatch.@Nullable Column keyColumn)
            implements Until {}

    /** {@return whether it can be missed} */
    default boolean mayMiss() {
        return switch (this) {
            case Date _, Event _ -> true;
            case Span _, Day _, Time _ -> false;
        };
    }

    /** {@return whether it can never be over at once} */
    default boolean takesTime() {
        return switch (this) {
            case Span _, Time _, Event _ -> true;
            case Day _, Date _ -> false;
        };
    }
}
