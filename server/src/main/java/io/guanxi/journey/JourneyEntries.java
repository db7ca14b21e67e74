package io.guanxi.journey;

import org.roaringbitmap.RoaringBitmap;

/** Lets members into journeys, for modules that know who is to come in. */
public interface JourneyEntries {

    /**
     * {@return whether a journey has been published, so that members can enter it}
     *
     * @param journey its number
     */
    boolean published(long journey);

    /** First of all in a transaction that may let members in: who publishes or stops a journey waits for it. */
    void begin();

    /**
     * Lets members in as far as they may come, in the transaction that has begun with {@link #begin}; where the journey does not
     * run now, nobody enters.
     *
     * @param journey its number
     * @param members who
     * @param by who wants it
     * @return whether the journey runs, so that they were let in
     */
    boolean enter(long journey, RoaringBitmap members, String by);
}
