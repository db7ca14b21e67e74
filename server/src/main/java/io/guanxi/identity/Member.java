package io.guanxi.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A live member.
 *
 * @param no the number, dense from 1
 * @param createdAt time of the first event known when the member was made
 * @param channel by which they came: the first that was ever said, or null
 */
public record Member(int no, Instant createdAt, @Nullable String channel) {}
