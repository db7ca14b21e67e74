package io.guanxi.tag;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/** Who carries tags. Bitmaps are never changed once they are handed out. */
public interface TagCarriers {

    /**
     * {@return who carries a tag now; nobody where there is no such tag}
     *
     * @param tag which
     */
    RoaringBitmap of(int tag);

    /**
     * {@return who carried a tag at the end of a day of the brand, by the numbers of then}
     *
     * @param tag which
     * @param day not over 400 days ago
     */
    default RoaringBitmap on(int tag, LocalDate day) {
        return on(tag, List.of(day)).getFirst();
    }

    /**
     * {@return who carried a tag at the end of each of some days of the brand, by the numbers of then}
     *
     * @param tag which
     * @param days the latest first, not over 400 days ago
     */
    List<RoaringBitmap> on(int tag, List<LocalDate> days);

    /**
     * {@return what a member carries}
     *
     * @param memberNo a live member
     */
    List<CarriedTag> carriedBy(int memberNo);

    /**
     * {@return who of some members carries what by another word than that of a kind of source, by tag}
     *
     * @param members numbers of live members
     * @param but the kind whose word does not count
     */
    Map<Integer, RoaringBitmap> carriedBesides(RoaringBitmap members, TagSource.Kind but);

    /** {@return where the last change stands in the order of all changes} */
    long position();

    /**
     * {@return the tags that somebody got or lost}
     *
     * @param position after this change
     */
    Set<Integer> changedSince(long position);
}
