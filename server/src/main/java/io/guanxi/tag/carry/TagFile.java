package io.guanxi.tag.carry;

import io.guanxi.access.Audit;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.Problem;
import io.guanxi.tag.Tag;
import io.guanxi.tag.TagSource;
import io.guanxi.tag.Tagging;
import io.guanxi.tag.carry.TagFileResult.RejectReason;
import io.guanxi.tag.carry.TagFileResult.TagOutcome;
import io.guanxi.tag.carry.TagFileResult.TagReject;
import io.guanxi.tag.store.TagFileTable;
import io.guanxi.tag.store.TagFileTable.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tags by file: {@code kind,key,tag} and, where a tag's name is in several groups, {@code group}. A file for one tag needs
 * the identifiers only. Some thousand rows travel at once; members are found by one join. All of it is done or nothing.
 */
@Component
public class TagFile {

    /** How many rows a file may have. */
    public static final int MOST_ROWS = 1_000_000;

    private static final long MOST_BYTES = 200L << 20;
    private static final int ROWS_AT_ONCE = 5000;
    private static final int REJECTS_SHOWN = 1000;

    private final TagFileTable table;
    private final SavedTags tags;
    private final Tagging tagging;
    private final DataFolder folder;
    private final TransactionOperations transaction;
    private final Audit audit;

    TagFile(
            TagFileTable table,
            SavedTags tags,
            Tagging tagging,
            DataFolder folder,
            TransactionOperations transaction,
            Audit audit) {
        this.table = table;
        this.tags = tags;
        this.tagging = tagging;
        this.folder = folder;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * Takes a file.
     *
     * @param name of the file
     * @param tag the one tag it is for, or null where each row names one
     * @param kind of all identifiers, or null where each row says it
     * @param expiresAt until when members carry the tags, or null for ever
     * @param text the file, in UTF-8
     * @return what it did
     */
    public TagFileResult take(
            String name, @Nullable Integer tag, @Nullable String kind, @Nullable Instant expiresAt, InputStream text) {
        Tag only = tag == null ? null : tags.get(tag);
        TagSource source = new TagSource(TagSource.Kind.IMPORT, name, "");
        try {
            Path file = Files.createTempFile(folder.temp(), "tags", ".csv");
            try {
                receive(text, file); // however slow whoever sends it is, the database waits for nobody
                count(file, only == null || kind == null);
                return taken(source, only, kind, expiresAt, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void receive(InputStream text, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] some = new byte[1 << 16];
            long all = 0;
            for (int read = text.read(some); read >= 0; read = text.read(some)) {
                all += read;
                if (all > MOST_BYTES) {
                    throw tooLong("A file has at most " + (MOST_BYTES >> 20) + " MB; split it.");
                }
                out.write(some, 0, read);
            }
        }
    }

    /** Refuses too long a file before a row of it is looked at. */
    private static void count(Path file, boolean headed) throws IOException {
        try (BufferedReader text = reader(file)) {
            CsvRows csv = new CsvRows(text);
            long rows = headed ? -1 : 0;
            while (csv.read() != null) {
                if (++rows > MOST_ROWS) {
                    throw tooLong("A file has at most " + MOST_ROWS + " rows; split it.");
                }
            }
        }
    }

    private static Problem tooLong(String message) {
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, "tag.file-too-long", message, List.of());
    }

    private TagFileResult taken(
            TagSource source, @Nullable Tag only, @Nullable String kind, @Nullable Instant expiresAt, Path file) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            table.open();
            List<Tag> all = tags.all();
            Reading reading = new Reading(new TagNames(all), only, kind);
            try (BufferedReader text = reader(file)) {
                reading.all(new CsvRows(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Map<Integer, String> names = all.stream().collect(Collectors.toMap(Tag::id, Tag::name));
            table.resolve();
            tagging.alone();
            List<TagOutcome> outcomes = table.members().entrySet().stream()
                    .map(found -> new TagOutcome(
                            found.getKey(),
                            names.getOrDefault(found.getKey(), ""),
                            tagging.tag(found.getKey(), found.getValue(), source, expiresAt)))
                    .toList();
            long rejected = reading.rejected + table.unknown();
            audit.record(
                    "tag.imported",
                    only == null ? "tags" : "tag:" + only.id(),
                    Map.of("rows", reading.rows, "rejected", rejected));
            return new TagFileResult(reading.rows, rejected, rejects(reading.rejects), outcomes);
        }));
    }

    private static BufferedReader reader(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    private List<TagReject> rejects(List<TagReject> unread) {
        return Stream.concat(
                        unread.stream(),
                        table.unknownRows(REJECTS_SHOWN).stream()
                                .map(row -> new TagReject(row, RejectReason.MEMBER_UNKNOWN)))
                .sorted(Comparator.comparingInt(TagReject::row))
                .limit(REJECTS_SHOWN)
                .toList();
    }

    /** One file on its way into the table. */
    private final class Reading {

        private final TagNames names;
        private final @Nullable Tag only;
        private final @Nullable String kind;
        private final List<Row> waiting = new ArrayList<>();
        private final List<TagReject> rejects = new ArrayList<>();
        private List<String> columns = List.of();
        private long rows;
        private long rejected;

        Reading(TagNames names, @Nullable Tag only, @Nullable String kind) {
            this.names = names;
            this.only = only;
            this.kind = kind;
        }

        void all(CsvRows csv) throws IOException {
            columns = only != null && kind != null ? List.of("key") : header(csv);
            for (List<String> cells = csv.read(); cells != null; cells = csv.read()) {
                rows++;
                take(csv.row(), cells);
                if (waiting.size() == ROWS_AT_ONCE) {
                    flush();
                }
            }
            if (rows == 0) {
                throw csv.broken("the file is empty");
            }
            flush();
        }

        private List<String> header(CsvRows csv) throws IOException {
            List<String> read = csv.read();
            List<String> header = read == null
                    ? List.of()
                    : read.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
            if (!header.contains("key")
                    || (kind == null && !header.contains("kind"))
                    || (only == null && !header.contains("tag"))) {
                throw csv.broken("the first row names the columns: kind, key, tag, and group where it is needed");
            }
            return header;
        }

        private void take(int row, List<String> cells) {
            String key = cell(cells, "key");
            String of = kind == null ? cell(cells, "kind") : kind;
            String name = only == null ? cell(cells, "tag") : only.name();
            if (key.isEmpty() || of.isEmpty() || name.isEmpty()) {
                reject(row, RejectReason.INCOMPLETE);
                return;
            }
            Tag found = only == null ? names.find(name, cell(cells, "group")) : only;
            if (found == null) {
                reject(row, RejectReason.TAG_UNKNOWN);
            } else if (found.archivedAt() != null) {
                reject(row, RejectReason.TAG_ARCHIVED);
            } else {
                waiting.add(new Row(row, of, key, found.id()));
            }
        }

        private String cell(List<String> cells, String column) {
            int at = columns.indexOf(column);
            return at < 0 || at >= cells.size() ? "" : cells.get(at);
        }

        private void reject(int row, RejectReason reason) {
            rejected++;
            if (rejects.size() < REJECTS_SHOWN) {
                rejects.add(new TagReject(row, reason));
            }
        }

        private void flush() {
            if (!waiting.isEmpty()) {
                table.add(waiting);
                waiting.clear();
            }
        }
    }
}
