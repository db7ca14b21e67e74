package io.guanxi.audience.engine;

import io.guanxi.audience.expression.Expression;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/**
 * Random shares that stay the same: a number mixed from salt and member decides, so who is in ten percent is in twenty
 * percent of the same salt. The mixing is SplitMix64's (Steele, Lea, Flood 2014), the salt's number FNV-1a.
 */
public final class Shares {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final double SPAN = 0x1p-53 * 100;

    private Shares() {}

    /**
     * {@return whether a member is in a share}
     *
     * @param share which
     * @param memberNo the member
     */
    public static boolean holds(Expression.Share share, int memberNo) {
        return place(saltOf(share.salt()), memberNo) < share.percent();
    }

    static RoaringBitmap of(Expression.Share share, RoaringBitmap among) {
        long salt = saltOf(share.salt());
        RoaringBitmapWriter<RoaringBitmap> writer =
                RoaringBitmapWriter.writer().runCompress(false).get();
        var numbers = among.getIntIterator();
        while (numbers.hasNext()) {
            int memberNo = numbers.next();
            if (place(salt, memberNo) < share.percent()) {
                writer.add(memberNo);
            }
        }
        return writer.get();
    }

    /** {@return the number that decides, from 0 to under 100, cut off after four digits: below the percent is who is in} */
    static String drawn(Expression.Share share, int memberNo) {
        return new BigDecimal(place(saltOf(share.salt()), memberNo))
                .setScale(4, RoundingMode.FLOOR)
                .toPlainString();
    }

    /** From 0 to 100. */
    private static double place(long salt, int memberNo) {
        long mixed = salt + memberNo * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        mixed ^= mixed >>> 31;
        return (mixed >>> 11) * SPAN;
    }

    private static long saltOf(String salt) {
        long hash = FNV_OFFSET;
        for (byte part : salt.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (part & 0xff)) * FNV_PRIME;
        }
        return hash;
    }
}
