package io.guanxi.audience.web;

import java.util.Arrays;
import java.util.List;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/**
 * What each part of a group does, in two passes over the bits of all: whom only one part misses, or only one has, is known once
 * every part was looked at. Bitmaps of what comes before and after each part tell the same, at thirty bitmaps' making for ten
 * parts.
 */
final class Weights {

    /** Words that are worked on at once: they stay near the processor. */
    private static final int BLOCK = 1024;

    private final boolean all;
    private final long[][] parts;
    private final long[] left;
    private final long[] alone;
    private final long[] once = new long[BLOCK];
    private final long[] twice = new long[BLOCK];

    private Weights(List<RoaringBitmap> parts, boolean all) {
        this.all = all;
        this.parts = parts.stream()
                .map(part -> BitSetUtil.bitsetOf(part).toLongArray())
                .toArray(long[][]::new);
        this.left = new long[parts.size()];
        this.alone = new long[parts.size()];
    }

    /**
     * {@return the weights of a group's parts}
     *
     * @param parts their members
     * @param all whether all must hold, rather than any
     */
    static Weights of(List<RoaringBitmap> parts, boolean all) {
        Weights weights = new Weights(parts, all);
        int words =
                Arrays.stream(weights.parts).mapToInt(part -> part.length).max().orElse(0);
        for (int from = 0; from < words; from += BLOCK) {
            weights.weigh(from, Math.min(BLOCK, words - from));
        }
        return weights;
    }

    /** {@return for how many a part and those before it hold together} */
    long left(int part) {
        return left[part];
    }

    /** {@return how many a part alone keeps out, where all must hold; how many it alone brings in, where any may} */
    long alone(int part) {
        return alone[part];
    }

    private void weigh(int from, int count) {
        Arrays.fill(once, 0, count, 0);
        Arrays.fill(twice, 0, count, 0);
        for (int part = 0; part < parts.length; part++) {
            long held = 0;
            for (int i = 0; i < count; i++) {
                long tells = tells(part, from + i);
                twice[i] |= once[i] & tells;
                once[i] |= tells;
                held += Long.bitCount(~once[i]);
            }
            left[part] += held;
        }
        for (int part = 0; part < parts.length; part++) {
            long only = 0;
            for (int i = 0; i < count; i++) {
                only += Long.bitCount(tells(part, from + i) & once[i] & ~twice[i]);
            }
            alone[part] += only;
        }
    }

    /** Whom a part keeps out, where all must hold; whom it brings in, where any may. */
    private long tells(int part, int word) {
        long has = word < parts[part].length ? parts[part][word] : 0;
        return all ? ~has : has;
    }
}
