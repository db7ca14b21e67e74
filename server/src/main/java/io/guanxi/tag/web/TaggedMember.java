package io.guanxi.tag.web;

import io.guanxi.tag.TagSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member who carries a tag.
 *
 * @param no the number
 * @param name masked where the caller may not see it
 * @param phone masked where the caller may not see it
 * @param channel by which the member came
 * @param by who or what put the tag there
 * @param taggedAt when
 * @param expiresAt until when it holds, or null for ever
 */
record TaggedMember(
        int no,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String channel,
        TagSource by,
        Instant taggedAt,
        @Nullable Instant expiresAt) {}
