package io.guanxi.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.roaringbitmap.RoaringBitmap;

/** Bitmaps as bytes, in RoaringBitmap's portable format. */
public final class Bitmaps {

    private Bitmaps() {}

    /**
     * {@return a bitmap as bytes}
     *
     * @param members whose numbers are set
     */
    public static byte[] bytes(RoaringBitmap members) {
        ByteBuffer buffer = ByteBuffer.allocate(members.serializedSizeInBytes());
        members.serialize(buffer);
        return buffer.array();
    }

    /**
     * {@return a bitmap from bytes}
     *
     * @param bytes as {@link #bytes} wrote them
     */
    public static RoaringBitmap of(byte[] bytes) {
        RoaringBitmap members = new RoaringBitmap();
        try {
            members.deserialize(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("a bitmap cannot be read", e);
        }
        return members;
    }
}
