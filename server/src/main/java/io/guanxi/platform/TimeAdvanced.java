package io.guanxi.platform;

import java.time.Instant;

/**
 * A sandbox's clock was advanced; whoever rests until something is due may look at once.
 *
 * @param now what time it is for the brand
 */
public record TimeAdvanced(Instant now) {}
