package io.guanxi.messaging.outbox;

import io.guanxi.messaging.Outgoing;
import io.guanxi.messaging.policy.Due;
import java.util.List;

/**
 * A message that this server may hand to its provider now.
 *
 * @param due the message
 * @param outgoing the same, filled in
 * @param names {@code kind:key} of the member, for its events
 * @param version of its template
 * @param attempt which it is, from 1
 */
record Claimed(Due due, Outgoing outgoing, List<String> names, int version, int attempt) {}
