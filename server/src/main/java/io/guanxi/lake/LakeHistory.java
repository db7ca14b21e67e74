package io.guanxi.lake;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A stretch of the lake's history.
 *
 * @param upTo sequence number of the newest commit in it, whatever that commit did
 * @param appends the commits that added events, oldest first
 * @param anew days of which events were withdrawn: what a follower made of them no longer holds
 * @param files all files of these days as of the newest commit
 */
public record LakeHistory(long upTo, List<LakeAppend> appends, Set<LocalDate> anew, List<LakeFile> files) {

    /** Copies the collections. */
    public LakeHistory {
        appends = List.copyOf(appends);
        anew = Set.copyOf(anew);
        files = List.copyOf(files);
    }
}
