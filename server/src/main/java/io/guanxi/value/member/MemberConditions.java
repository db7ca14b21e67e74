package io.guanxi.value.member;

import io.guanxi.platform.Brand;
import io.guanxi.platform.SqlText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Conditions on {@code member_score} that are ours, with values that are the caller's. */
final class MemberConditions {

    /** So many are looked up by number. */
    private static final int FEW = 2_000;

    /** A word of a calendar holds 60 of its days or months, bit 0 being that of the run (model {@code event_day}). */
    private static final int HELD = 60;

    private final Brand brand;
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    MemberConditions(Brand brand) {
        this.brand = brand;
    }

    void filter(MemberFilter filter) {
        anyOf("stage", filter.stages());
        anyOf("layer", filter.layers());
        anyOf("level", filter.levels());
        anyOf("channel", filter.channels());
        anyOf("r", filter.r());
        anyOf("f", filter.f());
        anyOf("m", filter.m());
        for (MemberFigure figure : MemberFigure.values()) {
            MemberFilter.Range range = filter.ranges().get(figure);
            if (range != null) {
                add(figure.column() + " >= :least_" + figure.column(), "least_" + figure.column(), range.least());
                add(figure.column() + " <= :most_" + figure.column(), "most_" + figure.column(), range.most());
            }
        }
        add("joined_day >= :joined_from", "joined_from", filter.joined().from());
        add("joined_day <= :joined_to", "joined_to", filter.joined().to());
        seen("first_seen", filter.firstSeen());
        seen("last_seen", filter.lastSeen());
        add("high_value = :high", "high", filter.highValue());
        add("top_spender = :top", "top", filter.topSpender());
        add("(member_no IN (SELECT member_no FROM member_untouched)) = :untouched", "untouched", filter.untouched());
        calendar(filter.calendar());
        if (filter.among() != null) {
            among(filter.among());
        }
    }

    private void seen(String moment, MemberFilter.Days days) {
        add("%1$s >= CAST(:%1$s_from AS TIMESTAMP)".formatted(moment), moment + "_from", start(days.from(), 0));
        add("%1$s < CAST(:%1$s_to AS TIMESTAMP)".formatted(moment), moment + "_to", start(days.to(), 1));
    }

    private void calendar(MemberFilter.Calendar asked) {
        String ago = "date_diff('%s', CAST(:%s AS DATE), (SELECT as_of FROM score_run))";
        String day = ago.formatted("day", "active_on");
        add(
                "(" + bit("recent_days", day) + " OR " + bit("older_days", day + " - " + HELD) + ")",
                "active_on",
                asked.activeOn());
        add(bit("active_months", ago.formatted("month", "active_month")), "active_month", asked.activeMonth());
        add(bit("order_months", ago.formatted("month", "bought_month")), "bought_month", asked.boughtMonth());
        String waited = "date_diff('day', joined_day, first_order_day)";
        add(
                waited + " >= :least_first_order",
                "least_first_order",
                asked.firstOrder().least());
        add(
                waited + " <= :most_first_order",
                "most_first_order",
                asked.firstOrder().most());
    }

    private static String bit(String word, String at) {
        return "CASE WHEN %2$s BETWEEN 0 AND %3$d THEN (%1$s >> CAST(%2$s AS INTEGER)) & 1 = 1 ELSE FALSE END"
                .formatted(word, at, HELD - 1);
    }

    private void among(RoaringBitmap members) {
        if (members.isEmpty()) {
            texts.add("FALSE");
        } else if (members.getLongCardinality() <= FEW) {
            add(SqlText.among("member_no", "among"), "among", Arrays.toString(members.toArray()));
        } else {
            bits(members);
        }
    }

    /** As one bit a member: as numbers, two million of them would be a text of 16 MB. */
    private void bits(RoaringBitmap members) {
        texts.add("CASE WHEN member_no <= :last_among"
                + " THEN get_bit((SELECT CAST(CAST(:among AS BLOB) AS BIT)), member_no) = 1 ELSE FALSE END");
        parameters.put("last_among", members.last());
        byte[] bits = new byte[members.last() / Byte.SIZE + 1];
        members.forEach((int no) -> bits[no / Byte.SIZE] |= (byte) (0x80 >> no % Byte.SIZE));
        parameters.put("among", bits);
    }

    void after(MemberQuestion question, Place place) {
        String column = question.sort().column();
        parameters.put("no", place.no());
        if (question.sort() == MemberSort.NO) {
            texts.add(question.descending() ? "member_no < :no" : "member_no > :no");
        } else if (place.value() == null) {
            texts.add(column + " IS NULL AND member_no > :no");
        } else {
            String figure = "CAST(:figure AS " + question.sort().type() + ")";
            texts.add("(" + column + (question.descending() ? " < " : " > ") + figure + " OR " + column
                    + " IS NULL OR (" + column + " = " + figure + " AND member_no > :no))");
            parameters.put("figure", place.value());
        }
    }

    /** The moment, in UTC as the mart keeps it, at which a day of the brand begins. */
    private @Nullable String start(@Nullable LocalDate day, int later) {
        return day == null
                ? null
                : day.plusDays(later)
                        .atStartOfDay(brand.zone())
                        .withZoneSameInstant(java.time.ZoneOffset.UTC)
                        .toLocalDateTime()
                        .toString();
    }

    private void anyOf(String column, Collection<?> values) {
        if (!values.isEmpty()) {
            add(column + " IN (:any_" + column + ")", "any_" + column, values);
        }
    }

    private void add(String text, String name, @Nullable Object value) {
        if (value != null) {
            texts.add(text);
            parameters.put(name, value);
        }
    }

    String where() {
        return texts.isEmpty() ? "" : "WHERE " + String.join(" AND ", texts) + "\n";
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
