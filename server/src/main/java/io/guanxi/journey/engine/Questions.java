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
}
