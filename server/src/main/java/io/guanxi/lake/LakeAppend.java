package io.guanxi.lake;

import java.util.List;

/**
 * One commit that added events.
 *
 * @param sequence its sequence number
 * @param files what it added
 */
public record LakeAppend(long sequence, List<LakeFile> files) {

    /** Copies the list. */
    public LakeAppend {
        files = List.copyOf(files);
    }
}
