package io.guanxi.value.lifetime;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One fit of the lifetime models.
 *
 * @param id its number
 * @param state how it stands
 * @param phase what it is doing, while it runs
 * @param percent of the whole work, 0 to 100
 * @param secondsLeft while it runs and that can be said
 * @param asOf the last day it learns from
 * @param version of the lifetime model, once done; the last is in force
 * @param requestedBy who asked for it
 * @param requestedAt when
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param seconds from start to end
 * @param found what it found, once done
 * @param problem why there is nothing
 */
public record LifetimeFit(
        long id,
        State state,
        @Nullable String phase,
        double percent,
        @Nullable Long secondsLeft,
        LocalDate asOf,
        @Nullable Integer version,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Double seconds,
        @Nullable FoundLifetime found,
        FoundLifetime.@Nullable Refusal problem) {

    LifetimeFit at(String nowAt, double percentDone, @Nullable Long left) {
        return new LifetimeFit(
                id,
                state,
                nowAt,
                percentDone,
                left,
                asOf,
                version,
                requestedBy,
                requestedAt,
                startedAt,
                finishedAt,
                seconds,
                found,
                problem);
    }

    /** How a fit stands. */
    public enum State {
        /** Another one runs. */
        WAITING,
        /** It runs. */
        RUNNING,
        /** Its model is in force, or was until a later one's. */
        DONE,
        /** There is too little data, or a fault; the model before it stays in force. */
        FAILED,
        /** Somebody stopped it. */
        CANCELLED
    }
}
