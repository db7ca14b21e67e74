package io.guanxi.experiment.assignment;

import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Who the members are, and how they stand in the last scoring run: parts that what comes after cannot move. */
interface Standings {

    /** Columns beside each other, in the order of the members; null for who is not scored. */
    record Columns(
            @Nullable String[] stage,
            @Nullable String[] layer,
            @Nullable String[] rfm,
            @Nullable Float[] value) {}

    /** {@return all members the mart knows} */
    RoaringBitmap everybody();

    /** {@return how they stand} */
    Columns of(int[] members);

    /** {@return whether it is known here how they stand; else the server notes it within a quarter of an hour} */
    default boolean known() {
        return true;
    }
}
