package io.guanxi.mart;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the mart has followed the lake.
 *
 * @param sequence sequence number of the last commit it has taken, 0 for none
 * @param followedAt when it took it, or null
 */
public record MartPosition(long sequence, @Nullable Instant followedAt) {}
