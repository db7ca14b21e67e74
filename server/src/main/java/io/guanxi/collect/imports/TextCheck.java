package io.guanxi.collect.imports;

import io.guanxi.platform.Problem;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;

/** Reads along and refuses a file that is not UTF-8, naming the line, the byte and, where it can be told, the encoding. */
final class TextCheck {

    private static final int CHUNK = 1 << 16;
    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer decoded = CharBuffer.allocate(CHUNK);
    private byte[] carried = new byte[0];
    private long line = 1;
    private long byteOfLine = 1;

    /** Takes the next bytes of the file. Plain ASCII, the most of most files, is passed over eight bytes at a time. */
    void feed(byte[] bytes, int length) {
        if (carried.length == 0 && isAscii(bytes, length)) {
            advance(bytes, length);
            return;
        }
        ByteBuffer in = ByteBuffer.allocate(carried.length + length)
                .put(carried)
                .put(bytes, 0, length)
                .flip();
        CoderResult result = decode(in, false);
        if (result.isError()) {
            throw notUtf8(in);
        }
        advance(in.array(), in.position());
        carried = new byte[in.remaining()];
        in.get(carried);
    }

    private static boolean isAscii(byte[] bytes, int length) {
        int at = 0;
        long seen = 0;
        for (; at <= length - Long.BYTES; at += Long.BYTES) {
            seen |= (long) EIGHT_BYTES.get(bytes, at);
        }
        for (; at < length; at++) {
            seen |= bytes[at];
        }
        return (seen & NOT_ASCII) == 0;
    }

    /** Says that the file has ended: half a character may not be left. */
    void end() {
        ByteBuffer in = ByteBuffer.wrap(carried);
        if (decode(in, true).isError()) {
            throw notUtf8(in);
        }
    }

    private CoderResult decode(ByteBuffer in, boolean last) {
        CoderResult result;
        do {
            decoded.clear();
            result = decoder.decode(in, decoded, last);
        } while (result.isOverflow());
        return result;
    }

    private void advance(byte[] bytes, int length) {
        int lines = 0;
        for (int i = 0; i < length; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        if (lines == 0) {
            byteOfLine += length;
            return;
        }
        int last = length - 1;
        while (bytes[last] != '\n') {
            last--;
        }
        line += lines;
        byteOfLine = length - last;
    }

    private Problem notUtf8(ByteBuffer in) {
        advance(in.array(), in.position());
        String where = "line " + line + ", byte " + byteOfLine;
        String advice = guess(in);
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "import.encoding",
                "The file is not UTF-8 at " + where + advice,
                java.util.List.of(new Problem.Fault(line, null, "byte " + byteOfLine + " is not UTF-8" + advice)));
    }

    private static String guess(ByteBuffer in) {
        byte[] bytes = in.array();
        if (in.limit() > 1 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                || (in.limit() > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
            return "; it looks like UTF-16: give encoding=UTF-16.";
        }
        return looksLikeChinese(bytes, in.position(), in.limit())
                ? "; it looks like GBK: give encoding=GBK."
                : "; give its encoding, for example encoding=GBK or encoding=windows-1252.";
    }

    /** Whether the text from here on, read as GBK, is mostly the Chinese characters of daily use. */
    private static boolean looksLikeChinese(byte[] bytes, int from, int to) {
        CharBuffer text = CharBuffer.allocate(to - from);
        Charset.forName("GBK")
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(bytes, from, to - from), text, false);
        var daily = Charset.forName("GB2312").newEncoder();
        long foreign = text.flip().chars().filter(c -> c > 127).count();
        long chinese = text.chars()
                .filter(c -> c >= 0x4E00 && daily.canEncode((char) c))
                .count();
        return foreign > 0 && chinese * 10 >= foreign * 7;
    }
}
