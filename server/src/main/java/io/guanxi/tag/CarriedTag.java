package io.guanxi.tag;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tag on a member.
 *
 * @param memberNo who carries it
 * @param tag the tag's number
 * @param by who or what put it there
 * @param taggedAt when
 * @param expiresAt until when it holds, or null for ever and while a rule keeps it
 */
public record CarriedTag(
        int memberNo,
        int tag,
        TagSource by,
        Instant taggedAt,
        @Nullable Instant expiresAt) {}
