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
 * @param days volume per day, of those of the last 30 days that have any, oldest first
 */
record EventSummary(
        String event,
        @Nullable StandardEvent standard,
        long count,
        Instant firstSeen,
        Instant lastSeen,
        List<Volume> days) {

    EventSummary {
        days = List.copyOf(days);
    }

    /** Events of one day of the brand. */
    record Volume(LocalDate day, long count) {}
}
