package io.guanxi.collect.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event name that was seen.
 *
 * @param event the name
 * @param standard what the catalogue says of it, or null where it does not know the name
 * @param count events in the lake
 * @param firstSeen time of the earliest
 * @param lastSeen time of the latest
 * @param drifted properties that came, went or changed their type between the oldest events and the newest, or null where that was
 *     not looked at yet
 * @param days volume per day, of those of the last 30 days that have any, oldest first
 */
record EventSummary(
        String event,
        @Nullable StandardEvent standard,
        long count,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Integer drifted,
        List<Volume> days) {

    EventSummary {
        days = List.copyOf(days);
    }

    EventSummary drifted(int properties) {
        return new EventSummary(event, standard, count, firstSeen, lastSeen, properties, days);
    }

    /** Events of one day of the brand. */
    record Volume(LocalDate day, long count) {}
}
