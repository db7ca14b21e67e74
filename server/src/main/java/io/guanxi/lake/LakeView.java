package io.guanxi.lake;

import java.util.List;

/**
 * The lake as of one commit.
 *
 * @param head which commit
 * @param files all files then, by day
 */
public record LakeView(LakeHead head, List<LakeFile> files) {

    /** Copies the list. */
    public LakeView {
        files = List.copyOf(files);
    }
}
