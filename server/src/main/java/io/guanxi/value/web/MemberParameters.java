package io.guanxi.value.web;

import io.guanxi.platform.Parameters;
import io.guanxi.value.member.MemberFigure;
import io.guanxi.value.member.MemberFilter;
import io.guanxi.value.member.MemberFilter.Range;
import io.guanxi.value.member.MemberQuestion;
import io.guanxi.value.member.MemberSort;
import io.guanxi.value.member.Place;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The query parameters of the list of members. Lists are separated by commas: any of them will do.
 *
 * @param sort order, with {@code -} for descending; default {@code -value}
 * @param limit rows of a page, 1 to 200, default 50
 * @param cursor {@code next} of the page before
 * @param stage list of AWARENESS, INTEREST, PURCHASE, LOYALTY
 * @param layer list of NEW, ACTING, ACTIVE, LOYAL
 * @param level list of ORDINARY, ENGAGED, ADVOCATE, KOC
 * @param channel list of channels by which they came
 * @param tag list of numbers of tags that they carry
 * @param r list of 1 to 5: scores of recency
 * @param f list of 1 to 5: scores of frequency
 * @param m list of 1 to 5: scores of money
 * @param minValue least value
 * @param maxValue greatest value
 * @param minConsumption least consumption score
 * @param maxConsumption greatest consumption score
 * @param minContent least content score
 * @param maxContent greatest content score
 * @param minInteraction least interaction score
 * @param maxInteraction greatest interaction score
 * @param minSocial least social score
 * @param maxSocial greatest social score
 * @param minSpend least spend
 * @param maxSpend greatest spend
 * @param minOrders least number of orders
 * @param maxOrders greatest number of orders
 * @param minRecency least number of days since the last order
 * @param maxRecency greatest number of days since the last order
 * @param joinedFrom first day of joining, YYYY-MM-DD
 * @param joinedTo last day of joining
 * @param firstSeenFrom first day of the first event
 * @param firstSeenTo last day of the first event
 * @param lastSeenFrom first day of the last event
 * @param lastSeenTo last day of the last event
 * @param highValue true or false
 * @param topSpender true or false
 * @param untouched true for newcomers of seven days who have neither sent nor been sent a message
 * @param activeOn a day of the last 120 on which they gave a sign of life, YYYY-MM-DD
 * @param activeMonth a month of the last 60 in which they did, YYYY-MM
 * @param boughtMonth a month of the last 60 in which they ordered, YYYY-MM
 * @param minFirstOrderDays least number of days from joining to the first order
 * @param maxFirstOrderDays greatest number of days from joining to the first order
 * @param trait {@code name:value}: what was last said of them
 * @param q identifier or name; where nothing is exactly so its beginning is enough for those who see personal data, and always with
 *     {@code *} behind it
 */
record MemberParameters(
        @Nullable String sort,
        @Nullable Integer limit,
        @Nullable String cursor,
        @Nullable String stage,
        @Nullable String layer,
        @Nullable String level,
        @Nullable String channel,
        @Nullable String tag,
        @Nullable String r,
        @Nullable String f,
        @Nullable String m,
        @Nullable Double minValue,
        @Nullable Double maxValue,
        @Nullable Double minConsumption,
        @Nullable Double maxConsumption,
        @Nullable Double minContent,
        @Nullable Double maxContent,
        @Nullable Double minInteraction,
        @Nullable Double maxInteraction,
        @Nullable Double minSocial,
        @Nullable Double maxSocial,
        @Nullable Double minSpend,
        @Nullable Double maxSpend,
        @Nullable Double minOrders,
        @Nullable Double maxOrders,
        @Nullable Double minRecency,
        @Nullable Double maxRecency,
        @Nullable Double minPAlive,
        @Nullable Double maxPAlive,
        @Nullable Double minExpectedOrders,
        @Nullable Double maxExpectedOrders,
        @Nullable Double minExpectedSpend,
        @Nullable Double maxExpectedSpend,
        @Nullable LocalDate joinedFrom,
        @Nullable LocalDate joinedTo,
        @Nullable LocalDate firstSeenFrom,
        @Nullable LocalDate firstSeenTo,
        @Nullable LocalDate lastSeenFrom,
        @Nullable LocalDate lastSeenTo,
        @Nullable Boolean highValue,
        @Nullable Boolean topSpender,
        @Nullable Boolean untouched,
        @Nullable LocalDate activeOn,
        @Nullable String activeMonth,
        @Nullable String boughtMonth,
        @Nullable Double minFirstOrderDays,
        @Nullable Double maxFirstOrderDays,
        @Nullable String trait,
        @Nullable String q) {

    private static final List<String> STAGES = List.of("AWARENESS", "INTEREST", "PURCHASE", "LOYALTY");
    private static final List<String> LAYERS = List.of("NEW", "ACTING", "ACTIVE", "LOYAL");
    private static final List<String> LEVELS = List.of("ORDINARY", "ENGAGED", "ADVOCATE", "KOC");
    private static final Set<String> FILTERS = Arrays.stream(MemberParameters.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !Set.of("sort", "limit", "cursor").contains(name))
            .collect(Collectors.toUnmodifiableSet());
    private static final List<String> SCORES = List.of("1", "2", "3", "4", "5");

    /** {@return the order, with its sign} */
    String order() {
        return sort == null || sort.isBlank() ? "-value" : sort.strip();
    }

    /** {@return numbers of tags; empty where none is asked for} */
    List<Integer> tags() {
        return parts(tag).stream()
                .map(part -> {
                    if (!part.matches("[1-9]\\d{0,8}")) {
                        throw Parameters.fault("tag", "is no list of numbers of tags");
                    }
                    return Integer.valueOf(part);
                })
                .toList();
    }

    MemberQuestion question(@Nullable RoaringBitmap among) {
        String order = order();
        boolean descending = order.startsWith("-");
        MemberSort by = MemberSort.of(descending ? order.substring(1) : order)
                .orElseThrow(
                        () -> Parameters.fault("sort", "is none of " + MemberSort.known() + ", with or without a -"));
        return new MemberQuestion(by, descending, filter(among));
    }

    private MemberFilter filter(@Nullable RoaringBitmap among) {
        return new MemberFilter(
                anyOf("stage", stage, STAGES),
                anyOf("layer", layer, LAYERS),
                anyOf("level", level, LEVELS),
                parts(channel),
                scores("r", r),
                scores("f", f),
                scores("m", m),
                ranges(),
                new MemberFilter.Days(joinedFrom, joinedTo),
                new MemberFilter.Days(firstSeenFrom, firstSeenTo),
                new MemberFilter.Days(lastSeenFrom, lastSeenTo),
                highValue,
                topSpender,
                untouched,
                new MemberFilter.Calendar(
                        activeOn,
                        month("activeMonth", activeMonth),
                        month("boughtMonth", boughtMonth),
                        new Range(minFirstOrderDays, maxFirstOrderDays)),
                among);
    }

    private Map<MemberFigure, Range> ranges() {
        return Map.ofEntries(
                Map.entry(MemberFigure.VALUE, new Range(minValue, maxValue)),
                Map.entry(MemberFigure.CONSUMPTION, new Range(minConsumption, maxConsumption)),
                Map.entry(MemberFigure.CONTENT, new Range(minContent, maxContent)),
                Map.entry(MemberFigure.INTERACTION, new Range(minInteraction, maxInteraction)),
                Map.entry(MemberFigure.SOCIAL, new Range(minSocial, maxSocial)),
                Map.entry(MemberFigure.SPEND, new Range(minSpend, maxSpend)),
                Map.entry(MemberFigure.ORDERS, new Range(minOrders, maxOrders)),
                Map.entry(MemberFigure.RECENCY, new Range(minRecency, maxRecency)),
                Map.entry(MemberFigure.P_ALIVE, new Range(minPAlive, maxPAlive)),
                Map.entry(MemberFigure.EXPECTED_ORDERS, new Range(minExpectedOrders, maxExpectedOrders)),
                Map.entry(MemberFigure.EXPECTED_SPEND, new Range(minExpectedSpend, maxExpectedSpend)));
    }

    /** {@return the filters by name, as given; of those whose value may be personal it is left out} */
    Map<String, String> filters(Map<String, String[]> given) {
        Map<String, String> filters = new TreeMap<>();
        given.forEach((name, values) -> {
            String value = String.join(",", values).strip();
            if (FILTERS.contains(name) && !value.isEmpty()) {
                filters.put(
                        name,
                        switch (name) {
                            case "q" -> "given";
                            case "trait" -> value.substring(0, Math.max(0, value.indexOf(':')));
                            default -> value;
                        });
            }
        });
        return filters;
    }

    /** {@return whether this is not the first page} */
    boolean further() {
        return cursor != null && !cursor.isBlank();
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

    private static List<String> anyOf(String field, @Nullable String given, List<String> known) {
        List<String> wanted =
                parts(given).stream().map(it -> it.toUpperCase(Locale.ROOT)).toList();
        if (!known.containsAll(wanted)) {
            throw Parameters.fault(field, "holds something else than " + String.join(", ", known));
        }
        return wanted;
    }

    private static @Nullable LocalDate month(String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return YearMonth.parse(given.strip()).atDay(1);
        } catch (DateTimeParseException e) {
            throw Parameters.fault(field, "is no month like 2026-05");
        }
    }

    private static List<Integer> scores(String field, @Nullable String given) {
        return anyOf(field, given, SCORES).stream().map(Integer::valueOf).toList();
    }

    private static List<String> parts(@Nullable String given) {
        return given == null
                ? List.of()
                : Arrays.stream(given.split(","))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList();
    }
}
