package io.guanxi.audience.expression;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events count.
 *
 * @param name of the event, or null for every event
 * @param where what holds for each of them, may be empty
 * @param hours at which time of day, or null
 */
public record EventMatch(
        @Nullable String name,
        List<Condition> where,
        @Nullable Hours hours) {

    /** Copies the list. */
    public EventMatch {
        where = List.copyOf(where);
    }

    /**
     * {@return events by their name}
     *
     * @param name the name
     */
    public static EventMatch named(String name) {
        return new EventMatch(name, List.of(), null);
    }

    /** {@return whether the daily roll-up cannot tell, so that the lake must be read} */
    public boolean needsLake() {
        return !where.isEmpty() || hours != null;
    }

    /**
     * What an event must carry: one of a column and a property.
     *
     * @param column a column of every event, or null
     * @param property name of a property, or null
     * @param is what its value must be
     */
    @Schema(name = "EventCondition")
    public record Condition(
            @Nullable Column column, @Nullable String property, Test is) {}

    /** What every event has besides its properties. */
    public enum Column {
        /** Product, content, order … */
        OBJECT,
        /** Key of the community. */
        COMMUNITY,
        /** Money. */
        AMOUNT,
        /** Pieces. */
        QUANTITY,
        /** Write key's or import's source. */
        SOURCE
    }

    /**
     * Hours of the brand's day, both included; from a later to an earlier hour goes over midnight.
     *
     * @param from 0 to 23
     * @param to 0 to 23
     */
    @Schema(name = "EventHours")
    public record Hours(int from, int to) {

        /**
         * {@return whether an hour lies within}
         *
         * @param hour 0 to 23
         */
        public boolean holds(int hour) {
            return from <= to ? hour >= from && hour <= to : hour >= from || hour <= to;
        }
    }
}
