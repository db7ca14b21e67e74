package io.guanxi.audience.engine;

import io.guanxi.audience.expression.Expression;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who an expression holds for, part by part.
 *
 * @param pointer JSON pointer of the part, empty for the whole
 * @param expression the part
 * @param members live members for whom it holds; never changed afterwards
 * @param micros microseconds it took, its parts included
 * @param cached whether it was known before
 * @param of its parts
 */
public record Answer(
        String pointer, Expression expression, RoaringBitmap members, long micros, boolean cached, List<Answer> of) {

    /** Copies the list. */
    public Answer {
        of = List.copyOf(of);
    }
}
