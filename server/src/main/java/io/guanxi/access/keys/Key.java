package io.guanxi.access.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key, without its secret.
 *
 * @param id its number
 * @param name what it is for
 * @param prefix how the secret begins
 * @param right what it opens
 * @param createdBy who made it
 * @param createdAt when
 * @param lastUsedAt when it was last seen, to within a few seconds; null when never
 * @param revokedAt when it stopped working; null while it works
 */
public record Key(
        long id,
        String name,
        String prefix,
        Right right,
        String createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
