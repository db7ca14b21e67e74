package io.guanxi.journey.engine;

import io.guanxi.audience.expression.Expression;
import org.roaringbitmap.RoaringBitmap;

/** What the engine asks of audiences. */
interface Questions {

    /**
     * {@return those of some members for whom it holds}
     *
     * @param expression what is asked
     * @param among the members
     */
    RoaringBitmap holding(Expression expression, RoaringBitmap among);

    /**
     * {@return who is in a saved audience}
     *
     * @param audience its number
     */
    RoaringBitmap members(long audience);

    /** {@return whether this process can answer at all; else who comes to a branch goes on where that can be} */
    default boolean answered() {
        return true;
    }
}
