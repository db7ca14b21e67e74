package io.guanxi.tag.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.roaringbitmap.RoaringBitmap;

/** Bitmaps as bytes, in RoaringBitmap's portable format. */
final class StoredBitmap {

    private StoredBitmap() {}

    static byte[] bytes(RoaringBitmap members) {
        ByteBuffer buffer = ByteBuffer.allocate(members.serializedSizeInBytes());
        members.serialize(buffer);
        return buffer.array();
    }

    static RoaringBitmap of(byte[] bytes) {
        RoaringBitmap members = new RoaringBitmap();
        try {
            members.deserialize(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("a bitmap cannot be read", e);
        }
        return members;
    }
}
