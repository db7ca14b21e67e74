package io.guanxi.tag;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Puts tags on members and takes them off, any number at once in a few statements. Joins the transaction that is open. Doing
 * the same again changes nothing.
 */
public interface Tagging {

    /**
     * Puts a tag on members. Who carries it already keeps when and by whom it was put there; only the later expiry counts, and
     * what a rule put there becomes that of a source which says it itself.
     *
     * @param tag which
     * @param members numbers, also of merged members: their survivors get it
     * @param by who says so
     * @param expiresAt until when, or null for ever
     * @return what it did
     */
    TagEffect tag(int tag, RoaringBitmap members, TagSource by, @Nullable Instant expiresAt);

    /**
     * Takes a tag off members.
     *
     * @param tag which
     * @param members numbers, also of merged members
     * @param by who says so
     * @return what it did
     */
    TagEffect untag(int tag, RoaringBitmap members, TagSource by);

    /**
     * Takes a tag off members on whom one source put it; what others put there stays.
     *
     * @param tag which
     * @param members numbers, also of merged members; null for all
     * @param source who put it there, and says now that it goes
     * @return what it did
     */
    TagEffect withdraw(int tag, @Nullable RoaringBitmap members, TagSource source);

    /** Keeps all others from tagging until the transaction ends; call it first where one transaction changes several tags. */
    void alone();
}
