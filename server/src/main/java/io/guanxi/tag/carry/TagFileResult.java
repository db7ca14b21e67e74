package io.guanxi.tag.carry;

import io.guanxi.tag.TagEffect;
import java.util.List;

/**
 * What a file of identifiers did.
 *
 * @param rows lines that were read, without the header
 * @param rejected how many of them tagged nobody
 * @param rejects the first thousand of those, by row
 * @param tags what happened to each tag
 */
public record TagFileResult(long rows, long rejected, List<TagReject> rejects, List<TagOutcome> tags) {

    /** Copies the lists. */
    public TagFileResult {
        rejects = List.copyOf(rejects);
        tags = List.copyOf(tags);
    }

    /** Why a row tagged nobody. */
    public enum RejectReason {
        /** The identifier leads to no member. */
        MEMBER_UNKNOWN,
        /** There is no tag of that name, or several groups have one and none is named. */
        TAG_UNKNOWN,
        /** Nobody new gets that tag. */
        TAG_ARCHIVED,
        /** A field is missing. */
        INCOMPLETE
    }

    /**
     * A row that tagged nobody.
     *
     * @param row its line in the file, from 1
     * @param reason why
     */
    public record TagReject(int row, RejectReason reason) {}

    /**
     * What happened to one tag.
     *
     * @param tag its number
     * @param name its name
     * @param effect what the file did to it
     */
    public record TagOutcome(int tag, String name, TagEffect effect) {}
}
