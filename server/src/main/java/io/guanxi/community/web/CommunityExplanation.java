package io.guanxi.community.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A community's value, member by member, by what each adds. */
record CommunityExplanation(
        String id,
        LocalDate asOf,
        @Nullable Double value,
        double weights,
        double weighted,
        int members,
        String formula,
        List<Item> items,
        @Nullable String next) {

    static final String FORMULA =
            "value = Σ weight · member value / Σ weight," + " weight = 1 + ln(1 + contributions of the last 4 weeks)";

    /** A member; {@code part} = weight · value, {@code share} of all parts. */
    record Item(
            int no,
            @Nullable String name,
            double value,
            long contributions,
            double weight,
            double part,
            double share) {}
}
