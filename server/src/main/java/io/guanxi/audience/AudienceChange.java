package io.guanxi.audience;

import java.time.Instant;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who came into an audience and who went out of it, at one refresh. Never changed once it is written.
 *
 * @param position where it stands in the order of all changes, from 1, without gaps
 * @param audience which
 * @param version the audience's version that was asked
 * @param at when it was found
 * @param entered who came in
 * @param left who went out: no longer fits, was merged into another member, or was erased
 */
public record AudienceChange(
        long position, long audience, int version, Instant at, RoaringBitmap entered, RoaringBitmap left) {}
