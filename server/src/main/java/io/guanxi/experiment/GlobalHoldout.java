package io.guanxi.experiment;

import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/**
 * The few members whom nothing reaches for a chosen period, so that everything done to the others can be measured together.
 * Every module that reaches members asks here first.
 */
public interface GlobalHoldout {

    /** {@return the split that holds out today, its arm 0 the held-out; empty while no period runs} */
    Optional<Split> current();

    /**
     * {@return those of the members who are held out today; none while no period runs}
     *
     * @param members who are asked about
     */
    default RoaringBitmap heldOut(RoaringBitmap members) {
        return current().map(split -> split.divide(members).getFirst()).orElseGet(RoaringBitmap::new);
    }

    /**
     * {@return whether a member is held out today}
     *
     * @param memberNo who
     */
    default boolean holdsOut(int memberNo) {
        return current().filter(split -> split.armOf(memberNo) == 0).isPresent();
    }
}
