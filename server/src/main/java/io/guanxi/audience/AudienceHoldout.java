package io.guanxi.audience;

import org.roaringbitmap.RoaringBitmap;

/** Whom a holdout keeps back from what is done with an audience: the port of the module that measures. */
public interface AudienceHoldout {

    /**
     * {@return with whom it is done; everybody asked about is noted as having met it}
     *
     * @param audience whose members they are
     * @param members with whom something is to be done because they are in it
     */
    RoaringBitmap admit(long audience, RoaringBitmap members);

    /**
     * {@return those of the members who are held out of everything for now, whatever audience they are in} Nobody may be handed over to
     * be reached who is; a tag reaches nobody.
     *
     * @param members who are asked about
     */
    RoaringBitmap heldOut(RoaringBitmap members);
}
