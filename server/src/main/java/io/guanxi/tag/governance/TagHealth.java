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
 * @param within30 carriers who did not carry it 30 days ago
 * @param within90 carriers who did not carry it 90 days ago but 30 days ago
 * @param within180 carriers who did not carry it 180 days ago but 90 days ago
 * @param older carriers who carried it 180 days ago
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
