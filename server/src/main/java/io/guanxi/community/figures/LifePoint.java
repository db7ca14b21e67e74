package io.guanxi.community.figures;

import org.jspecify.annotations.Nullable;

/**
 * The life curve at one age.
 *
 * @param age full weeks since the founding week
 * @param communities how many have reached it
 * @param activeShare their mean active share
 * @param median the share that half of them stay below
 * @param low the share that a tenth of them stays below
 * @param high the share that a tenth of them exceeds
 * @param messagesPerMember their mean
 * @param own this community's active share, or null where it has no such week
 */
public record LifePoint(
        int age,
        int communities,
        double activeShare,
        double median,
        double low,
        double high,
        double messagesPerMember,
        @Nullable Double own) {}
