package io.guanxi.value.member;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which members, in which order.
 *
 * @param sort by what
 * @param descending from the greatest
 * @param stage AIPL stage, or null for all
 * @param layer relationship layer, or null for all
 * @param level growth level, or null for all
 * @param minValue least value, or null
 * @param maxValue greatest value, or null
 * @param highValue whether of high value, or null for both
 * @param topSpender whether a top spender, or null for both
 * @param channel channel by which they came, or null for all
 * @param among only these members, or null for all
 */
public record MemberQuestion(
        MemberSort sort,
        boolean descending,
        @Nullable String stage,
        @Nullable String layer,
        @Nullable String level,
        @Nullable Double minValue,
        @Nullable Double maxValue,
        @Nullable Boolean highValue,
        @Nullable Boolean topSpender,
        @Nullable String channel,
        @Nullable List<Integer> among) {}
