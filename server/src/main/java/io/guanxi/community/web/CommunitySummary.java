package io.guanxi.community.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guanxi.community.CommunityId;
import io.guanxi.community.CommunityStage;
import io.guanxi.community.figures.CommunityScore;
import io.guanxi.community.figures.Verdict;
import io.guanxi.community.registry.RegisteredCommunity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A community in the list: what people say about it, and how it stands. */
record CommunitySummary(
        String id,
        String key,
        String name,
        @Nullable String kind,
        @Nullable String owner,
        List<String> tags,
        @Nullable LocalDate created,
        @Nullable LocalDate asOf,
        @JsonUnwrapped Standing standing,
        List<Double> trend) {

    /** The figures of the last run; all null where it knows none. */
    record Standing(
            @Nullable Integer ageWeeks,
            @Nullable CommunityStage stage,
            @Nullable Double value,
            @Nullable Double change,
            @Nullable Integer rank,
            @Nullable Integer rankBefore,
            @Nullable Integer members,
            @Nullable Integer highValueMembers,
            @Nullable Integer joined,
            @Nullable Integer left,
            @Nullable Integer activeMembers,
            @Nullable Double activeShare,
            @Nullable Long messages,
            @Nullable Long content,
            @Nullable Long orders,
            @Nullable BigDecimal spend,
            @Nullable BelowLine belowLine) {

        static final Standing UNKNOWN = new Standing(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        static Standing of(CommunityScore score) {
            return new Standing(
                    score.age(),
                    score.stage(),
                    rounded(score.value(), 2),
                    rounded(score.change(), 2),
                    score.place(),
                    score.placeBefore(),
                    score.members(),
                    score.highValueMembers(),
                    score.joined(),
                    score.gone(),
                    score.activeMembers(),
                    rounded(score.activeShare(), 4),
                    score.messages(),
                    score.content(),
                    score.orders(),
                    score.spend(),
                    new BelowLine(
                            score.verdict(),
                            score.belowWeek(),
                            score.belowWeeks(),
                            score.earliestWeek(),
                            score.latestWeek()));
        }
    }

    /** When its value falls below the golden line. */
    record BelowLine(
            Verdict verdict,
            @Nullable LocalDate week,
            @Nullable Integer weeks,
            @Nullable LocalDate earliestWeek,
            @Nullable LocalDate latestWeek) {}

    static CommunitySummary of(
            String key,
            @Nullable RegisteredCommunity said,
            @Nullable CommunityScore score,
            @Nullable LocalDate asOf,
            List<Double> trend) {
        LocalDate created = said == null ? null : said.created();
        return new CommunitySummary(
                new CommunityId(key).text(),
                key,
                said == null ? key : said.name(),
                said == null ? null : said.kind(),
                said == null ? null : said.owner(),
                said == null ? List.of() : said.tags(),
                created != null || score == null ? created : score.born(),
                score == null ? null : asOf,
                score == null ? Standing.UNKNOWN : Standing.of(score),
                rounded(trend));
    }

    CommunitySummary withTrend(List<Double> values) {
        return new CommunitySummary(id, key, name, kind, owner, tags, created, asOf, standing, rounded(values));
    }

    private static List<Double> rounded(List<Double> values) {
        return values.stream().map(value -> Math.round(value * 100) / 100.0).toList();
    }

    /** Whether the text occurs in anything people said about it. */
    boolean mentions(String text) {
        String sought = text.toLowerCase(Locale.ROOT);
        return contains(key, sought)
                || contains(name, sought)
                || contains(owner, sought)
                || contains(kind, sought)
                || tags.stream().anyMatch(tag -> contains(tag, sought));
    }

    private static boolean contains(@Nullable String text, String sought) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(sought);
    }

    private static @Nullable Double rounded(@Nullable Double number, int digits) {
        double unit = Math.pow(10, digits);
        return number == null ? null : Math.round(number * unit) / unit;
    }
}
