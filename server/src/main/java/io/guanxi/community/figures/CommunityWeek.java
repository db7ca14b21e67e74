package io.guanxi.community.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One week of a community, as {@code docs/modules/community.md} describes it. */
public record CommunityWeek(
        LocalDate week,
        int age,
        boolean complete,
        int members,
        int joined,
        int left,
        int activeMembers,
        double activeShare,
        long messages,
        double messagesPerMember,
        long content,
        long orders,
        BigDecimal spend,
        @Nullable Double value,
        int highValueMembers) {}
