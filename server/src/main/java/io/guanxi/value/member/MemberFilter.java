package io.guanxi.value.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which members; every part that is given must hold, and of a list any one.
 *
 * @param stages AIPL stages; empty for all
 * @param layers relationship layers; empty for all
 * @param levels growth levels; empty for all
 * @param channels channels by which they came; empty for all
 * @param r scores of recency; empty for all
 * @param f scores of frequency; empty for all
 * @param m scores of money; empty for all
 * @param ranges bounds of figures
 * @param joined days of joining
 * @param firstSeen the brand's days of the first event
 * @param lastSeen the brand's days of the last event
 * @param highValue whether of high value, or null for both
 * @param topSpender whether a top spender, or null for both
 * @param untouched whether a newcomer whom nobody has taken up, or null for both
 * @param calendar what they did on a day or in a month
 * @param among only these members, of any number, or null for all; never changed
 */
public record MemberFilter(
        List<String> stages,
        List<String> layers,
        List<String> levels,
        List<String> channels,
        List<Integer> r,
        List<Integer> f,
        List<Integer> m,
        Map<MemberFigure, Range> ranges,
        Days joined,
        Days firstSeen,
        Days lastSeen,
        @Nullable Boolean highValue,
        @Nullable Boolean topSpender,
        @Nullable Boolean untouched,
        Calendar calendar,
        @Nullable RoaringBitmap among) {

    /** Copies the collections. */
    public MemberFilter {
        stages = List.copyOf(stages);
        layers = List.copyOf(layers);
        levels = List.copyOf(levels);
        channels = List.copyOf(channels);
        r = List.copyOf(r);
        f = List.copyOf(f);
        m = List.copyOf(m);
        ranges = Map.copyOf(ranges);
    }

    /** {@return whether any bound is on a figure of {@code member_lifetime}} */
    boolean asksForLifetime() {
        return ranges.entrySet().stream()
                .anyMatch(range -> range.getKey().lifetime() && range.getValue().bounded());
    }

    /** Bounds of a figure, both within; null is open. */
    public record Range(@Nullable Double least, @Nullable Double most) {

        boolean bounded() {
            return least != null || most != null;
        }
    }

    /**
     * What the last run keeps of a member's days and months.
     *
     * @param activeOn a day of the last 120 with a sign of life, or null
     * @param activeMonth a month of the last 60 with one, as its first day, or null
     * @param boughtMonth a month of the last 60 with an order, as its first day, or null
     * @param firstOrder days from joining to the first order; who never ordered is in no range
     */
    public record Calendar(
            @Nullable LocalDate activeOn,
            @Nullable LocalDate activeMonth,
            @Nullable LocalDate boughtMonth,
            Range firstOrder) {}

    /** The first and the last day, both within; null is open. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}
}
