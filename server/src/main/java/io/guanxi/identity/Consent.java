package io.guanxi.identity;

import java.time.Instant;

/**
 * Whether a member may be reached on a channel. A channel without a consent was never spoken of.
 *
 * @param channel e.g. {@code sms}
 * @param granted whether it was given
 * @param since when it was given or taken back
 * @param source where that was said
 */
public record Consent(String channel, boolean granted, Instant since, String source) {}
