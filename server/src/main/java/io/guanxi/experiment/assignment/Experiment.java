package io.guanxi.experiment.assignment;

import io.guanxi.experiment.Split;
import io.guanxi.experiment.design.Design;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kept experiment.
 *
 * @param id its number
 * @param subject the thing a holdout belongs to, {@code kind:number}, or null
 * @param design what was planned
 * @param salt of its split
 * @param slice its part of the layer
 * @param state how far it is
 * @param createdBy by whom
 * @param createdAt when
 * @param startedAt when members were first assigned, or null
 * @param stoppedAt when that ended, or null
 */
public record Experiment(
        long id,
        @Nullable String subject,
        Design design,
        String salt,
        Slice slice,
        State state,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant stoppedAt) {

    /**
     * A part of a layer, in ten-thousandths.
     *
     * @param from the first it takes
     * @param until the first it no longer takes
     */
    public record Slice(int from, int until) {

        static final int ALL = 10_000;
    }

    /**
     * {@return whether it was stopped so long ago that no window is open any more}
     *
     * @param now the time
     */
    public boolean isOver(Instant now) {
        return stoppedAt != null && !now.isBefore(stoppedAt.plus(Duration.ofDays(design.closesAfterDays())));
    }

    /** {@return how it divides members} */
    public Split split() {
        return new Split(salt, design.weights());
    }
}
