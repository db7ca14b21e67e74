package io.guanxi.overview.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a step of the road has come.
 *
 * @param step which
 * @param position the inbox position it has taken, null where that cannot be said
 * @param at of the newest that it has taken
 * @param lagSeconds age of the oldest that it has not, 0 when it has taken all
 */
record StepFreshness(
        Step step, @Nullable Long position, @Nullable Instant at, double lagSeconds) {

    /** The steps in the order of the road. */
    enum Step {
        INBOX,
        LAKE,
        MART,
        SCORE
    }
}
