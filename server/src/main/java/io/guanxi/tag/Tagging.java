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
     * Puts a tag on members. Who carries it already keeps when it was put there; only the later expiry counts. A rule keeps it there
     * beside whoever else says so: what a rule alone put there becomes that of a source which says it itself, by its expiry, and
     * stays after that for as long as the rule keeps it.
     *
     * @param tag which
     * @param members numbers, also of merged members: their survivors get it
     * @param by who says so
     * @param expiresAt until when, or null for ever
     * @return what it did
     */
    TagEffect tag(int tag, RoaringBitmap members, TagSource by, @Nullable Instant expiresAt);

    /**
     * Takes a tag off members, whoever put it there.
     *
     * @param tag which
     * @param members numbers, also of merged members
     * @param by who says so
     * @return what it did
     */
    TagEffect untag(int tag, RoaringBitmap members, TagSource by);

    /**
     * A source no longer keeps a tag on members; who carries it by that alone loses it.
     *
     * @param tag which
     * @param members numbers as they are: those of merged members do not lead to their survivors
     * @param source a rule, or another that keeps tags current, as WeCom does
     * @return what it did
     */
    TagEffect withdraw(int tag, RoaringBitmap members, TagSource source);

    /**
     * A rule no longer keeps a tag on anybody; who carries it by the rule alone loses it.
     *
     * @param tag which
     * @param rule the rule
     * @return what it did
     */
    TagEffect withdraw(int tag, TagSource rule);

    /**
     * A rule no longer keeps a tag on anybody; who carries it by the rule alone keeps it.
     *
     * @param tag which
     * @param rule the rule
     */
    void release(int tag, TagSource rule);

    /** Keeps all others from tagging until the transaction ends; call it first where one transaction changes several tags. */
    void alone();
}
