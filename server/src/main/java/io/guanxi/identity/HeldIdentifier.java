package io.guanxi.identity;

import java.time.Instant;

/**
 * Something a member is known by.
 *
 * @param kind e.g. {@code phone}
 * @param key in its normal form; personal data
 * @param linkedAt time of the event which linked it to the member
 * @param source where that event came from
 * @param eventId that event
 */
public record HeldIdentifier(String kind, String key, Instant linkedAt, String source, String eventId) {}
