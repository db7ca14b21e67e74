package io.guanxi.community.figures;

import io.guanxi.community.CommunityStage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of {@code community_score}: how a community stands. What is null is not known, e.g. before its first full week. */
public record CommunityScore(
        int communityNo,
        String community,
        LocalDate born,
        int age,
        int members,
        @Nullable Double value,
        int highValueMembers,
        @Nullable Double change,
        @Nullable Integer joined,
        @Nullable Integer gone,
        @Nullable Integer activeMembers,
        @Nullable Double activeShare,
        @Nullable Long messages,
        @Nullable Long content,
        @Nullable Long orders,
        @Nullable BigDecimal spend,
        @Nullable CommunityStage stage,
        @Nullable Integer place,
        @Nullable Integer placeBefore,
        Verdict verdict,
        @Nullable LocalDate belowWeek,
        @Nullable Integer belowWeeks,
        @Nullable LocalDate earliestWeek,
        @Nullable LocalDate latestWeek) {}
