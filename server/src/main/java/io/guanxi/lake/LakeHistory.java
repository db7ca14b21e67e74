package io.guanxi.lake;

import java.util.List;

/**
 * A stretch of the lake's history.
 *
 * @param upTo sequence number of the newest commit in it, whatever that commit did
 * @param appends the commits that added events, oldest first
 */
public record LakeHistory(long upTo, List<LakeAppend> appends) {

    /** Copies the list. */
    public LakeHistory {
        appends = List.copyOf(appends);
    }
}
