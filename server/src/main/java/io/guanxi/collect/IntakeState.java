package io.guanxi.collect;

import java.time.Instant;

/**
 * How far events have come.
 *
 * @param acknowledged position of the newest acknowledged event, 0 for none
 * @param acknowledgedAt when it arrived
 * @param taken the lake holds everything up to this position
 */
public record IntakeState(long acknowledged, Instant acknowledgedAt, long taken) {}
