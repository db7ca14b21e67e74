package io.guanxi.community.figures;

import io.guanxi.community.CommunityStage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One member's part in one community, and how that community stands. */
public record MemberCommunity(
        String community,
        LocalDate since,
        boolean belongs,
        long messages,
        long content,
        long orders,
        BigDecimal spend,
        int members,
        @Nullable Double communityValue,
        @Nullable CommunityStage stage) {}
