package io.guanxi.collect.imports;

import io.guanxi.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;

/** Text of another encoding, read as UTF-8. */
final class TranscodedStream extends InputStream {

    private static final int CHARS = 1 << 14;

    private final Reader reader;
    private final Charset encoding;
    private final char[] chars = new char[CHARS + 1];
    private int kept;
    private ByteBuffer ready = ByteBuffer.allocate(0);
    private long line = 1;

    TranscodedStream(InputStream in, Charset encoding) {
        this.encoding = encoding;
        this.reader = new InputStreamReader(
                in,
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, ready.remaining());
        ready.get(bytes, offset, n);
        return n;
    }

    private boolean fill() throws IOException {
        while (!ready.hasRemaining()) {
            int n = next();
            if (n < 0) {
                return false;
            }
            int end = kept + n;
            boolean half = end > 0 && Character.isHighSurrogate(chars[end - 1]);
            int whole = half ? end - 1 : end;
            ready = StandardCharsets.UTF_8.encode(java.nio.CharBuffer.wrap(chars, 0, whole));
            chars[0] = chars[Math.max(end - 1, 0)];
            kept = half ? 1 : 0;
        }
        return true;
    }

    private int next() throws IOException {
        try {
            int n = reader.read(chars, kept, CHARS);
            for (int i = kept; i < kept + n; i++) {
                line += chars[i] == '\n' ? 1 : 0;
            }
            return n;
        } catch (CharacterCodingException e) {
            String detail = "The file is not " + encoding.name() + " near line " + line + "; give another encoding.";
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "import.encoding", detail, java.util.List.of());
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
