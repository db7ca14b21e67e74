package io.guanxi.tag.governance;

import io.guanxi.tag.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Whether a tag separates those who did what was hoped for from those who did not.
 *
 * @param tag the tag
 * @param carriers members who carried it on the split day
 * @param carriersRate share of them who did it afterwards, 0 to 1
 * @param othersRate share of the others who did it, 0 to 1
 * @param lift how many times as often carriers did it, or null where too few did
 * @param liftLow lower end of its 95 % interval
 * @param liftHigh upper end of its 95 % interval
 * @param informationValue in nats; under 0.02 it says next to nothing
 * @param chiSquared with one degree of freedom
 * @param probability of such a χ², were tag and outcome independent
 * @param falseDiscovery share of false finds to be borne to call it one (Benjamini and Hochberg, over all tags tried)
 * @param verdict in a word
 */
public record TagTrial(
        Tag tag,
        long carriers,
        double carriersRate,
        double othersRate,
        @Nullable Double lift,
        @Nullable Double liftLow,
        @Nullable Double liftHigh,
        @Nullable Double informationValue,
        @Nullable Double chiSquared,
        @Nullable Double probability,
        @Nullable Double falseDiscovery,
        Verdict verdict) {

    /** What a trial says. */
    public enum Verdict {
        /** Carriers do it more often. */
        MORE,
        /** Carriers do it less often. */
        LESS,
        /** The difference is real, but too small to act on: an information value under 0.02. */
        WEAK,
        /** It separates nothing. */
        NOTHING,
        /** Too few carry it, or do it, to say: under 5 expected in a cell. */
        TOO_FEW,
        /** It was made after the split day. */
        TOO_YOUNG
    }
}
