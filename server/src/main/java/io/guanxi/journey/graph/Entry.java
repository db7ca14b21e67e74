package io.guanxi.journey.graph;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.guanxi.audience.expression.EventMatch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How members come into a journey. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "event", value = Entry.ByEvent.class),
    @JsonSubTypes.Type(name = "audience", value = Entry.ByAudience.class),
    @JsonSubTypes.Type(name = "schedule", value = Entry.BySchedule.class),
    @JsonSubTypes.Type(name = "api", value = Entry.ByCall.class)
})
@Schema(name = "JourneyEntry")
public sealed interface Entry {

    /**
     * By something they do.
     *
     * @param event which
     * @param keyProperty the property whose value tells instances of one member apart, such as {@code order_id}, or null
     */
    @Schema(name = "JourneyEntryByEvent")
    record ByEvent(EventMatch event, @Nullable String keyProperty) implements Entry {}

    /**
     * By coming into a saved audience, or going out of it.
     *
     * @param audience its number
     * @param change which of both
     * @param existing whether those who are in when the journey is first published come in too
     */
    @Schema(name = "JourneyEntryByAudience")
    record ByAudience(long audience, Change change, boolean existing) implements Entry {}

    /**
     * All of a saved audience, at a time of day.
     *
     * @param audience its number
     * @param at the time
     * @param days on these days of the week; none stands for every day
     */
    @Schema(name = "JourneyEntryBySchedule")
    record BySchedule(long audience, LocalTime at, List<DayOfWeek> days) implements Entry {
        /** Copies the days. */
        public BySchedule {
            days = List.copyOf(days);
        }
    }

    /** Only by a call of the API, which every journey takes besides. */
    @Schema(name = "JourneyEntryByCall")
    record ByCall() implements Entry {}

    /** How a membership changes. */
    @Schema(name = "JourneyAudienceChange")
    enum Change {
        /** Came in. */
        ENTERED,
        /** Went out. */
        LEFT
    }
}
