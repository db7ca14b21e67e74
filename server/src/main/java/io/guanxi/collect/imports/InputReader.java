package io.guanxi.collect.imports;

import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Makes an upload readable for DuckDB in one streaming pass: takes off the compression and the foreign encoding, checks that
 * the text is UTF-8, counts its rows and learns the types of a CSV's columns.
 */
final class InputReader {

    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_HEADER = 1 << 20;

    private final ImportFolder folder;
    private final InputFormat format;
    private final Charset encoding;
    private final long limit;

    /**
     * A reader of one upload.
     *
     * @param folder where the upload lies
     * @param format what it is
     * @param encoding of its text
     * @param limit bytes to read at most; the text then ends with its last whole line
     */
    InputReader(ImportFolder folder, InputFormat format, Charset encoding, long limit) {
        this.folder = folder;
        this.format = format;
        this.encoding = encoding;
        this.limit = limit;
    }

    Input read(Progress progress) throws IOException {
        try (UploadStream upload = UploadStream.open(folder.upload())) {
            if (format == InputFormat.PARQUET) {
                return new Input.Parquet(upload.compressed() ? unpack(upload, progress) : folder.upload());
            }
            boolean foreign = !encoding.equals(StandardCharsets.UTF_8);
            InputStream text = foreign ? new TranscodedStream(upload.stream(), encoding) : upload.stream();
            boolean asItIs = !foreign && !upload.compressed() && !upload.marked() && upload.size() <= limit;
            Path file = asItIs ? folder.upload() : folder.plain();
            try (OutputStream plain =
                    asItIs ? OutputStream.nullOutputStream() : new BufferedOutputStream(Files.newOutputStream(file))) {
                return readText(text, plain, file, upload, progress);
            }
        }
    }

    private Path unpack(UploadStream upload, Progress progress) throws IOException {
        progress.at("reading", 0);
        Files.copy(upload.stream(), folder.plain());
        return folder.plain();
    }

    private Input readText(InputStream text, OutputStream plain, Path file, UploadStream upload, Progress progress)
            throws IOException {
        TextCheck check = new TextCheck();
        CsvHeader header = null;
        byte[] chunk = new byte[CHUNK];
        long read = 0;
        int count = text.readNBytes(chunk, 0, CHUNK);
        if (format == InputFormat.CSV) {
            while (endOfLine(chunk, count) < 0 && count == chunk.length && count < LONGEST_HEADER) {
                chunk = java.util.Arrays.copyOf(chunk, chunk.length * 2);
                count += text.readNBytes(chunk, count, chunk.length - count);
            }
            header = header(chunk, count);
        }
        CsvScan scan = header == null ? CsvScan.ofLines() : CsvScan.of(header);
        while (count > 0) {
            boolean last = read + count >= limit;
            int taken = last ? lastLineEnd(chunk, count) : count;
            check.feed(chunk, taken);
            scan.feed(chunk, taken);
            plain.write(chunk, 0, taken);
            read += count;
            progress.at("reading", Share.READING * upload.fraction());
            count = last ? 0 : text.read(chunk);
        }
        if (read == 0) {
            throw Problem.badRequest("import.empty", "The file is empty.");
        }
        check.end();
        scan.end();
        return switch (format) {
            case CSV -> new Input.Csv(file, scan.rows(), requireHeader(header), scan.types());
            case NDJSON -> new Input.Ndjson(file, scan.rows(), "{}");
            case TEXT -> new Input.Lines(file, scan.rows());
            case PARQUET -> throw new IllegalStateException("Parquet is no text");
        };
    }

    private static CsvHeader requireHeader(@Nullable CsvHeader header) {
        if (header == null) {
            throw new IllegalStateException("a CSV file was read without its header");
        }
        return header;
    }

    private CsvHeader header(byte[] chunk, int count) {
        int end = endOfLine(chunk, count);
        if (end < 0 && count >= LONGEST_HEADER) {
            throw Problem.badRequest(
                    "import.file-unreadable", "Line 1 is longer than 1 MB; a CSV file names its columns there.");
        }
        new TextCheck().feed(chunk, end < 0 ? count : end);
        String line = new String(chunk, 0, end < 0 ? count : end, StandardCharsets.UTF_8);
        if (line.isBlank() && count > 0) {
            throw Problem.badRequest("import.file-unreadable", "Line 1 is blank; a CSV file names its columns there.");
        }
        return CsvHeader.of(line);
    }

    private static int endOfLine(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                return i;
            }
        }
        return -1;
    }

    private static int lastLineEnd(byte[] bytes, int count) {
        for (int i = count; i > 0; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return count;
    }
}
