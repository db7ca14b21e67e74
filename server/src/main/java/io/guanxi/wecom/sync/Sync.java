package io.guanxi.wecom.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reading of everything.
 *
 * @param id its number
 * @param startedAt when it began
 * @param finishedAt when it ended, or null
 * @param stage what it reads now
 * @param block where in the stage
 * @param cursor WeCom's own, within the block
 * @param employees read so far
 * @param contacts read so far
 * @param chats read so far
 * @param tags read so far
 * @param trouble what held it up or ended it, or null
 */
public record Sync(
        long id,
        Instant startedAt,
        @Nullable Instant finishedAt,
        SyncStage stage,
        int block,
        String cursor,
        int employees,
        long contacts,
        int chats,
        int tags,
        @Nullable String trouble) {

    /** Where the next part begins. */
    record Place(SyncStage stage, int block, String cursor) {

        static Place start(SyncStage stage) {
            return new Place(stage, 0, "");
        }
    }

    Place place() {
        return new Place(stage, block, cursor);
    }
}
