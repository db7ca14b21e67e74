package io.guanxi.messaging.policy;

import io.guanxi.messaging.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message whose turn has come.
 *
 * @param id its number
 * @param key of its intent
 * @param memberNo to whom, as it was intended
 * @param templateId what
 * @param channel on which
 * @param category for caps and consents
 * @param priority 0 to 9
 * @param origin why
 * @param said values of the template's variables as a JSON object, or null
 * @param dueAt since when it is due
 * @param expiresAt when it makes no sense any more, or null
 * @param attempts how often it was tried
 * @param doubts how often it is not known whether it went out
 * @param recalled why it was taken back while it was on its way, or null
 */
public record Due(
        long id,
        String key,
        int memberNo,
        long templateId,
        String channel,
        String category,
        int priority,
        Origin origin,
        @Nullable String said,
        Instant dueAt,
        @Nullable Instant expiresAt,
        int attempts,
        int doubts,
        @Nullable String recalled) {}
