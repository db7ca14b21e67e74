package io.guanxi.experiment.design;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.guanxi.platform.InvalidField;
import org.jspecify.annotations.Nullable;

/** What is measured of each member within the metric's window after exposure, from events. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Measurement.Conversion.class, name = "conversion"),
    @JsonSubTypes.Type(value = Measurement.Count.class, name = "count"),
    @JsonSubTypes.Type(value = Measurement.Sum.class, name = "sum"),
    @JsonSubTypes.Type(value = Measurement.Ratio.class, name = "ratio"),
    @JsonSubTypes.Type(value = Measurement.Retention.class, name = "retention"),
    @JsonSubTypes.Type(value = Measurement.TimeToEvent.class, name = "timeToEvent")
})
public sealed interface Measurement {

    /** What of an event is added up. */
    enum Of {
        /** Its money. */
        AMOUNT,
        /** Its pieces. */
        QUANTITY
    }

    /**
     * Whether the event happened at all: 0 or 1.
     *
     * @param event its name in the catalogue
     */
    record Conversion(String event) implements Measurement {

        /** Refuses what is no event. */
        public Conversion {
            requireEvent("event", event);
        }
    }

    /**
     * How often it happened.
     *
     * @param event its name in the catalogue
     */
    record Count(String event) implements Measurement {

        /** Refuses what is no event. */
        public Count {
            requireEvent("event", event);
        }
    }

    /**
     * What it adds up to.
     *
     * @param event its name in the catalogue
     * @param of what of it is added
     */
    record Sum(String event, Of of) implements Measurement {

        /** Refuses what is no event. */
        public Sum {
            requireEvent("event", event);
        }
    }

    /**
     * The sum over all members of one thing by the sum of another, e.g. orders by visits.
     *
     * @param numerator an event's name
     * @param of what of the numerator is added, or null for how often it happened
     * @param denominator an event's name; it is counted
     */
    record Ratio(String numerator, @Nullable Of of, String denominator) implements Measurement {

        /** Refuses what is no event. */
        public Ratio {
            requireEvent("numerator", numerator);
            requireEvent("denominator", denominator);
        }
    }

    /**
     * Whether the member did anything of their own ({@link OwnDoing}), or one thing, on the n-th day of 24 hours after exposure: 0 or 1.
     *
     * @param event a name, or null for anything
     * @param day from 1
     */
    record Retention(@Nullable String event, int day) implements Measurement {

        /** Refuses what is no event. */
        public Retention {
            if (event != null) {
                requireEvent("event", event);
            }
        }
    }

    /**
     * Days from exposure to the first such event, the window's length for who has not done it: the restricted mean time.
     *
     * @param event its name in the catalogue
     */
    record TimeToEvent(String event) implements Measurement {

        /** Refuses what is no event. */
        public TimeToEvent {
            requireEvent("event", event);
        }
    }

    private static void requireEvent(String field, String name) {
        if (name.isBlank() || name.length() > 200) {
            throw new InvalidField(field, "an event's name has 1 to 200 characters");
        }
    }
}
