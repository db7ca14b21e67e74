package io.guanxi.collect.imports;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** An upload's plain bytes, whatever it is compressed with, and how far into the stored file the reading is. */
final class UploadStream implements AutoCloseable {

    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
    private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER = 1 << 16;

    private final InputStream stream;
    private final Counted counted;
    private final long size;
    private final boolean compressed;
    private final boolean marked;

    private UploadStream(InputStream stream, Counted counted, long size, boolean compressed, boolean marked) {
        this.stream = stream;
        this.counted = counted;
        this.size = size;
        this.compressed = compressed;
        this.marked = marked;
    }

    static UploadStream open(Path file) throws IOException {
        Counted counted = new Counted(Files.newInputStream(file));
        try {
            BufferedInputStream stored = new BufferedInputStream(counted, BUFFER);
            boolean gzip = startsWith(stored, GZIP);
            boolean zstd = startsWith(stored, ZSTD);
            BufferedInputStream plain = gzip
                    ? new BufferedInputStream(new GZIPInputStream(stored, BUFFER), BUFFER)
                    : zstd ? new BufferedInputStream(new ZstdInputStream(stored), BUFFER) : stored;
            boolean marked = startsWith(plain, UTF8_MARK);
            if (marked) {
                plain.skipNBytes(UTF8_MARK.length);
            }
            return new UploadStream(plain, counted, Files.size(file), gzip || zstd, marked);
        } catch (IOException e) {
            counted.close();
            throw e;
        }
    }

    private static boolean startsWith(BufferedInputStream in, byte[] sign) throws IOException {
        in.mark(sign.length);
        boolean same = java.util.Arrays.equals(in.readNBytes(sign.length), sign);
        in.reset();
        return same;
    }

    InputStream stream() {
        return stream;
    }

    boolean compressed() {
        return compressed;
    }

    /** {@return whether the text began with UTF-8's byte order mark, which is skipped} */
    boolean marked() {
        return marked;
    }

    long size() {
        return size;
    }

    double fraction() {
        return size == 0 ? 1 : (double) counted.count / size;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            count += Math.max(n, 0);
            return n;
        }
    }
}
