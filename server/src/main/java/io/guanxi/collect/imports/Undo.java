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
        @Nullable String problem) {

    /** Where it stands. */
    enum State {
        RUNNING,
        DONE
    }
}
