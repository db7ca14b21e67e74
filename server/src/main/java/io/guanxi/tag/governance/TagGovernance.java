package io.guanxi.tag.governance;

import java.time.Instant;
import java.util.List;

/**
 * How tags stand.
 *
 * @param asOf when this was found
 * @param members all live members
 * @param tagged how many of them carry a tag
 * @param tags each tag that is not archived
 * @param doubles pairs of tags that may be one
 */
public record TagGovernance(Instant asOf, long members, long tagged, List<TagHealth> tags, List<DoubleTag> doubles) {

    /** Copies the lists. */
    public TagGovernance {
        tags = List.copyOf(tags);
        doubles = List.copyOf(doubles);
    }

    /**
     * Two tags that may be one.
     *
     * @param tag number of the one
     * @param other number of the other
     * @param both how many carry both
     * @param overlap those who carry both among those who carry either (Jaccard), 0 to 1
     * @param names whether their names are alike
     */
    public record DoubleTag(int tag, int other, long both, double overlap, boolean names) {}
}
