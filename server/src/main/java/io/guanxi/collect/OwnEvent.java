package io.guanxi.collect;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that this server itself knows of.
 *
 * @param eventId the same for the same fact, however often it is noted
 * @param event catalogue name
 * @param ts when it happened
 * @param identifiers {@code kind:key} of the member, the strongest first
 * @param object what it is about, or null
 * @param properties a JSON object
 * @param source which part of the server knows it
 * @param community key of the community it happened in, or null
 * @param traits a JSON object that says who the member is, or null
 */
public record OwnEvent(
        String eventId,
        String event,
        Instant ts,
        List<String> identifiers,
        @Nullable String object,
        String properties,
        String source,
        @Nullable String community,
        @Nullable String traits) {

    /** Copies the list. */
    public OwnEvent {
        identifiers = List.copyOf(identifiers);
    }

    /**
     * An event that says nothing of the member and belongs to no community.
     *
     * @param eventId the same for the same fact, however often it is noted
     * @param event catalogue name
     * @param ts when it happened
     * @param identifiers {@code kind:key} of the member, the strongest first
     * @param object what it is about, or null
     * @param properties a JSON object
     * @param source which part of the server knows it
     */
    public OwnEvent(
            String eventId,
            String event,
            Instant ts,
            List<String> identifiers,
            @Nullable String object,
            String properties,
            String source) {
        this(eventId, event, ts, identifiers, object, properties, source, null, null);
    }
}
