package io.guanxi.identity;

import java.time.Instant;

/**
 * Why a member is another one.
 *
 * @param memberNo the number that went
 * @param intoNo the number that stayed, at that time
 * @param mergedAt when we learned it
 * @param eventId the event that carried both identifiers
 * @param kind kind of one of them
 * @param key its key; personal data
 * @param otherKind kind of the other
 * @param otherKey its key; personal data
 */
public record Merge(
        int memberNo,
        int intoNo,
        Instant mergedAt,
        String eventId,
        String kind,
        String key,
        String otherKind,
        String otherKey) {}
