package io.guanxi.identity;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * What was last said of a member.
 *
 * @param name of the trait
 * @param value a JSON value
 * @param ts time of the event that said so
 * @param source where that event came from
 * @param eventId that event
 */
public record Trait(String name, @JsonRawValue String value, Instant ts, String source, String eventId) {}
