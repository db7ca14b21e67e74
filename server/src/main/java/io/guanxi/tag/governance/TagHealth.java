package io.guanxi.tag.governance;

import io.guanxi.tag.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a tag stands.
 *
 * @param tag the tag
 * @param share of all members who carry it, 0 to 1
 * @param within30 carriers who did not carry it 30 days ago, or lost it and got it again since
 * @param within90 carriers who have carried it for 30 days, but not for 90
 * @param within180 carriers who have carried it for 90 days, but not for 180
 * @param older carriers who have carried it for 180 days
 * @param lastTaggedAt when somebody got it last, or null for never
 * @param uses how many audiences and rules rely on it
 * @param faults what is wrong with it
 */
public record TagHealth(
        Tag tag,
        double share,
        long within30,
        long within90,
        long within180,
        long older,
        @Nullable Instant lastTaggedAt,
        int uses,
        List<Fault> faults) {

    /** Copies the list. */
    public TagHealth {
        faults = List.copyOf(faults);
    }

    /** What may be wrong with a tag. */
    public enum Fault {
        /** Nobody carries it. */
        EMPTY,
        /** No audience and no rule relies on it. */
        UNUSED,
        /** Nobody got it for half a year. */
        STALE,
        /** Nearly everybody carries it: it tells nobody apart. */
        COVERS_ALL
    }
}
