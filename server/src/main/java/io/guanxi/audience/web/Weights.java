package io.guanxi.audience.web;

import java.util.Arrays;
import java.util.List;
import org.roaringbitmap.ContainerPointer;
import org.roaringbitmap.RoaringBitmap;

/**
 * What each part of a group does, in two passes over the bits of all: whom only one part misses, or only one has, is known once
 * every part was looked at. Bitmaps of what comes before and after each part tell the same, at thirty bitmaps' making for ten
 * parts. It goes by the 65,536 members of one container after the other, which stay near the processor, and makes nothing new.
 */
final class Weights {

    private static final int NONE = -1;
    private static final int WORDS = (1 << Character.SIZE) / Long.SIZE;

    private final boolean all;
    private final List<ContainerPointer> parts;
    private final long[][] tells;
    private final long[] once = new long[WORDS];
    private final long[] twice = new long[WORDS];
    private final long[] left;
    private final long[] alone;

    private Weights(List<RoaringBitmap> parts, boolean all) {
        this.all = all;
        this.parts = parts.stream().map(RoaringBitmap::getContainerPointer).toList();
        this.tells = new long[parts.size()][WORDS];
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
        while (weights.advance()) {
            weights.weigh();
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

    /** Takes up the next members of whom any part has one. */
    private boolean advance() {
        int next = parts.stream()
                .filter(pointer -> pointer.getContainer() != null)
                .mapToInt(ContainerPointer::key)
                .min()
                .orElse(NONE);
        for (int part = 0; part < tells.length && next != NONE; part++) {
            read(parts.get(part), next, tells[part]);
        }
        return next != NONE;
    }

    /** Whom a part keeps out, where all must hold; whom it brings in, where any may. */
    private void read(ContainerPointer part, int key, long[] told) {
        Arrays.fill(told, 0);
        if (part.getContainer() != null && part.key() == key) {
            part.getContainer().copyBitmapTo(told, 0);
            part.advance();
        }
        if (all) {
            for (int i = 0; i < WORDS; i++) {
                told[i] = ~told[i];
            }
        }
    }

    private void weigh() {
        Arrays.fill(once, 0);
        Arrays.fill(twice, 0);
        for (int part = 0; part < tells.length; part++) {
            long[] told = tells[part];
            int held = 0;
            for (int i = 0; i < WORDS; i++) {
                twice[i] |= once[i] & told[i];
                once[i] |= told[i];
                held += Long.bitCount(~once[i]);
            }
            left[part] += held;
        }
        for (int part = 0; part < tells.length; part++) {
            long[] told = tells[part];
            int only = 0;
            for (int i = 0; i < WORDS; i++) {
                only += Long.bitCount(told[i] & once[i] & ~twice[i]);
            }
            alone[part] += only;
        }
    }
}
