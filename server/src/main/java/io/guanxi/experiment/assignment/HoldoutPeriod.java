package io.guanxi.experiment.assignment;

import io.guanxi.experiment.Split;
import java.time.LocalDate;

/**
 * A period of the global holdout.
 *
 * @param id its number
 * @param share of members held out
 * @param fromDay its first day
 * @param untilDay its last day
 * @param salt of its split
 */
public record HoldoutPeriod(long id, double share, LocalDate fromDay, LocalDate untilDay, String salt) {

    /** {@return how it divides members: arm 0 is held out} */
    public Split split() {
        return Split.holdout(salt, share);
    }
}
