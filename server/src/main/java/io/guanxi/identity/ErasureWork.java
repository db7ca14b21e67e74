package io.guanxi.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One erasure in the list: who asked for it, when, and how far it is. Its certificate tells the rest.
 *
 * @param id number of the certificate
 * @param memberNo the number the member had
 * @param state whether every store is clean
 * @param reason as it was given
 * @param askedBy who asked
 * @param startedAt when
 * @param finishedAt when all was removed, or null
 * @param problem why a store could not be cleaned yet; it is tried again every minute
 * @param rows how many rows were removed so far
 * @param phase the store that is being cleaned, {@code settle} while batches on their way arrive; null while it waits for its turn
 * @param stores how many stores there are to clean, or null while that is not told
 * @param storesDone how many of them are clean
 * @param percent how much of it is done, 0 to 100
 * @param secondsLeft at the speed so far, or null while that cannot be said
 */
public record ErasureWork(
        long id,
        int memberNo,
        State state,
        String reason,
        String askedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String problem,
        long rows,
        @Nullable String phase,
        @Nullable Integer stores,
        int storesDone,
        double percent,
        @Nullable Long secondsLeft) {

    /** Where an erasure stands. */
    public enum State {
        /** Some store is not clean yet. */
        RUNNING,
        /** All are. */
        DONE
    }

    /** {@return the same, of which so much is done} */
    ErasureWork at(ErasureProgress progress) {
        return state == State.DONE
                ? this
                : new ErasureWork(
                        id,
                        memberNo,
                        state,
                        reason,
                        askedBy,
                        startedAt,
                        finishedAt,
                        problem,
                        rows,
                        progress.phase(),
                        progress.stores(),
                        progress.done(),
                        progress.percent(),
                        progress.secondsLeft());
    }
}
