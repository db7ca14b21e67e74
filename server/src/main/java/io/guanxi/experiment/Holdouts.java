package io.guanxi.experiment;

import java.time.Instant;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/**
 * Shares of the members that single things keep back, so that what a thing brings can be measured. A module asks at the moment it
 * would act, in the transaction in which it does: whoever it asks about has then met the thing, or would have.
 */
public interface Holdouts {

    /** Keeps nobody back, and notes nothing: for trying things out. */
    Holdouts NONE = new Holdouts() {
        @Override
        public Set<Long> running(HoldoutSubject.Kind kind) {
            return Set.of();
        }

        @Override
        public RoaringBitmap admit(HoldoutSubject subject, RoaringBitmap members, Instant at) {
            return members;
        }
    };

    /**
     * {@return the things of a kind that keep somebody back now; one statement}
     *
     * @param kind of which
     */
    Set<Long> running(HoldoutSubject.Kind kind);

    /**
     * Notes members as exposed to a thing's holdout, each in their arm. Who is held out globally is in no arm, and passes: who
     * would reach them asks {@link GlobalHoldout}.
     *
     * @param subject which thing
     * @param members with whom it would be done
     * @param at when
     * @return with whom it is done; all of them while the thing has no holdout
     */
    RoaringBitmap admit(HoldoutSubject subject, RoaringBitmap members, Instant at);
}
