package io.guanxi.value.web;

import io.guanxi.value.member.MemberQuestion;
import io.guanxi.value.member.MemberSort;
import io.guanxi.value.member.Place;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of the list of members.
 *
 * @param sort order, with {@code -} for descending; default {@code -value}
 * @param limit rows of a page, 1 to 200, default 50
 * @param cursor {@code next} of the page before
 * @param stage AWARENESS, INTEREST, PURCHASE or LOYALTY
 * @param layer NEW, ACTING, ACTIVE or LOYAL
 * @param level ORDINARY, ENGAGED, ADVOCATE or KOC
 * @param minValue least value
 * @param maxValue greatest value
 * @param highValue true or false
 * @param topSpender true or false
 * @param channel channel by which they came
 * @param q identifier or name; its beginning is enough for those who see personal data
 */
record MemberParameters(
        @Nullable String sort,
        @Nullable Integer limit,
        @Nullable String cursor,
        @Nullable String stage,
        @Nullable String layer,
        @Nullable String level,
        @Nullable Double minValue,
        @Nullable Double maxValue,
        @Nullable Boolean highValue,
        @Nullable Boolean topSpender,
        @Nullable String channel,
        @Nullable String q) {

    private static final List<String> STAGES = List.of("AWARENESS", "INTEREST", "PURCHASE", "LOYALTY");
    private static final List<String> LAYERS = List.of("NEW", "ACTING", "ACTIVE", "LOYAL");
    private static final List<String> LEVELS = List.of("ORDINARY", "ENGAGED", "ADVOCATE", "KOC");

    /** {@return the order, with its sign} */
    String order() {
        return sort == null || sort.isBlank() ? "-value" : sort.strip();
    }

    MemberQuestion question(@Nullable List<Integer> among) {
        String order = order();
        boolean descending = order.startsWith("-");
        MemberSort by = MemberSort.of(descending ? order.substring(1) : order)
                .orElseThrow(
                        () -> Parameters.fault("sort", "is none of " + MemberSort.known() + ", with or without a -"));
        return new MemberQuestion(
                by,
                descending,
                oneOf("stage", stage, STAGES),
                oneOf("layer", layer, LAYERS),
                oneOf("level", level, LEVELS),
                minValue,
                maxValue,
                highValue,
                topSpender,
                channel == null || channel.isBlank() ? null : channel,
                among);
    }

    @Nullable
    Place place() {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        return Place.of(cursor)
                .filter(place -> place.sort().equals(order()))
                .orElseThrow(() -> Parameters.fault("cursor", "is none of ours for this sort; begin without it"));
    }

    private static @Nullable String oneOf(String field, @Nullable String given, List<String> known) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String upper = given.strip().toUpperCase(Locale.ROOT);
        if (!known.contains(upper)) {
            throw Parameters.fault(field, "is none of " + String.join(", ", known));
        }
        return upper;
    }
}
