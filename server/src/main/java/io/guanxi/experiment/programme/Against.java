package io.guanxi.experiment.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whom a report compares with.
 *
 * @param holdout number of the period
 * @param share of members held out
 * @param from the period's first day
 * @param until its last day
 * @param layersOf the day on which the members' layers were noted, or null where they are not asked for
 * @param openDays days of the report that are not over yet; no verdict is given before
 * @param heldOut members held out
 * @param reached all others
 * @param pValue of the sizes of both; below 0.001 no verdict is given
 */
public record Against(
        long holdout,
        double share,
        LocalDate from,
        LocalDate until,
        @Nullable LocalDate layersOf,
        long openDays,
        long heldOut,
        long reached,
        double pValue) {}
