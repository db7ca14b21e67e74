package io.guanxi.collect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far events have come.
 *
 * @param acknowledged position of the newest acknowledged event, 0 for none
 * @param acknowledgedAt when it arrived
 * @param importedAt when the last import with new events was in the lake, or null where there was none
 * @param taken the lake holds everything up to this position
 * @param waitingSince when the first event arrived that the lake has not taken, or null where it has taken all
 */
public record IntakeState(
        long acknowledged,
        Instant acknowledgedAt,
        @Nullable Instant importedAt,
        long taken,
        @Nullable Instant waitingSince) {}
