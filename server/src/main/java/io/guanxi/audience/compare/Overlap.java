package io.guanxi.audience.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * How sets of members lie over each other, cut into parts without overlap: each member is in exactly one part, that of all the
 * sets which have it.
 */
public final class Overlap {

    /** How few sets make an overlap. */
    public static final int FEWEST = 2;

    /** How many sets are compared at once: 6 make 63 parts at most. */
    public static final int MOST = 6;

    private Overlap() {}

    /**
     * Members who are in these sets and in no other of those compared.
     *
     * @param in positions of the sets, in order
     * @param members how many
     */
    public record Part(List<Integer> in, long members) {
        /** Copies the list. */
        public Part {
            in = List.copyOf(in);
        }
    }

    /**
     * {@return the parts that somebody is in, the largest first}
     *
     * @param sets 2 to 6 of them; not changed
     * @param check is asked before each cut whether to go on; what it throws ends it
     */
    public static List<Part> of(List<RoaringBitmap> sets, Runnable check) {
        if (sets.size() < FEWEST || sets.size() > MOST) {
            throw new IllegalArgumentException(sets.size() + " sets");
        }
        List<Part> parts = new ArrayList<>();
        cut(sets, 0, 0, RoaringBitmap.or(sets.toArray(RoaringBitmap[]::new)), parts, check);
        parts.sort(Comparator.comparingLong(Part::members)
                .reversed()
                .thenComparing(part -> part.in().size())
                .thenComparing(part -> part.in().toString()));
        return parts;
    }

    private static void cut(
            List<RoaringBitmap> sets, int at, int in, RoaringBitmap rest, List<Part> parts, Runnable check) {
        check.run();
        if (rest.isEmpty()) {
            return;
        }
        if (at == sets.size()) {
            List<Integer> positions = IntStream.range(0, at)
                    .filter(i -> (in >> i & 1) == 1)
                    .boxed()
                    .toList();
            parts.add(new Part(positions, rest.getLongCardinality()));
            return;
        }
        cut(sets, at + 1, in | 1 << at, RoaringBitmap.and(rest, sets.get(at)), parts, check);
        cut(sets, at + 1, in, RoaringBitmap.andNot(rest, sets.get(at)), parts, check);
    }
}
