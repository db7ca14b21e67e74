package io.guanxi.collect.inbox;

import java.time.Instant;

/**
 * The newest acknowledged event.
 *
 * @param position its position, 0 for an empty inbox
 * @param receivedAt when it arrived
 */
public record InboxEnd(long position, Instant receivedAt) {}
