package io.guanxi.tag.governance;

import io.guanxi.tag.governance.TagGovernance.DoubleTag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds tags that nearly the same members carry. Two sets whose sizes differ cannot overlap by more than the smaller size over
 * the larger; so tags are gone through by size, and each is compared with those alone that are large enough.
 */
final class Doubles {

    /** From which overlap on two tags may be one. */
    static final double LEAST_OVERLAP = 0.8;

    private final Deque<Sized> window = new ArrayDeque<>();
    private final List<DoubleTag> found = new ArrayList<>();

    private record Sized(int tag, String name, RoaringBitmap members, long size) {}

    /** Takes the next tag; they come in the order of their size. */
    void next(int tag, String name, RoaringBitmap members) {
        long size = members.getLongCardinality();
        if (size == 0) {
            return;
        }
        while (!window.isEmpty() && window.getFirst().size() < LEAST_OVERLAP * size) {
            window.removeFirst();
        }
        for (Sized other : window) {
            long both = RoaringBitmap.andCardinality(members, other.members());
            double overlap = (double) both / (size + other.size() - both);
            if (overlap >= LEAST_OVERLAP) {
                found.add(pair(other.tag(), tag, both, overlap, SimilarNames.alike(other.name(), name)));
            }
        }
        window.addLast(new Sized(tag, name, members, size));
    }

    static DoubleTag pair(int one, int other, long both, double overlap, boolean names) {
        return new DoubleTag(Math.min(one, other), Math.max(one, other), both, overlap, names);
    }

    List<DoubleTag> found() {
        return found;
    }
}
