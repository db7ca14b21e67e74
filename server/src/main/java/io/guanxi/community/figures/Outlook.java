package io.guanxi.community.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of {@code community_outlook}: when a measure of a community falls below its line. */
public record Outlook(
        String measure,
        Verdict verdict,
        @Nullable Double line,
        int fittedWeeks,
        @Nullable Double weeklyChange,
        @Nullable Double ownWeeklyChange,
        @Nullable Double pooledWeeklyChange,
        @Nullable Integer weeks,
        @Nullable LocalDate week,
        @Nullable LocalDate earliestWeek,
        @Nullable LocalDate latestWeek) {}
