package io.guanxi.community.web;

import org.jspecify.annotations.Nullable;

/**
 * Why a community is golden or silver.
 *
 * @param value its value, as exactly as the line is compared with it
 * @param line the line of the last run; below it is silver
 * @param rank 1 for the highest value
 * @param communities how many have a value
 * @param silver of them, those below the line
 * @param bestSilver the highest value below the line, or null where none is
 * @param poorestGolden the lowest value that is not below, or null where none is
 * @param ruleChanged whether the rule was changed since the run, so that the next one draws another line
 */
record PeriodReason(
        double value,
        double line,
        int rank,
        int communities,
        int silver,
        @Nullable Double bestSilver,
        @Nullable Double poorestGolden,
        boolean ruleChanged) {}
