package io.guanxi.collect.imports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import that is or was taken back.
 *
 * @param importId number of the import
 * @param state whether it is done
 * @param askedBy who asked for it
 * @param askedAt when
 * @param finishedAt when the last of its events was out of the lake, or null while it runs
 * @param events how many events were taken out of the lake
 * @param members how many members were forgotten, of whom no event was left
 * @param problem why the last attempt failed; it is tried again. Null where none failed
 * @param phase what is being done: {@code waiting}, {@code counting}, {@code ids}, {@code members} or {@code files}; null where it
 *     has ended, or waits for its turn
 * @param percent how much of it is done, 0 to 100
 * @param secondsLeft at the speed so far, or null while that cannot be said
 * @param files how many files of the lake have to be written anew, or null while that is not known
 * @param filesDone how many of them are
 */
@Schema(name = "ImportUndo")
record Undo(
        long importId,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable Instant finishedAt,
        long events,
        int members,
        @Nullable String problem,
        @Nullable String phase,
        double percent,
        @Nullable Long secondsLeft,
        @Nullable Integer files,
        int filesDone) {

    /** Where it stands. */
    enum State {
        RUNNING,
        DONE
    }

    Undo at(String nowAt, double done, @Nullable Long left, @Nullable Integer toWrite, int written) {
        return new Undo(
                importId,
                state,
                askedBy,
                askedAt,
                finishedAt,
                events,
                members,
                problem,
                nowAt,
                done,
                left,
                toWrite,
                written);
    }
}
