package io.guanxi.audience.live;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.audience.store.ListTable;
import io.guanxi.audience.store.ListTable.UploadedList;
import io.guanxi.identity.MemberFacts;
import io.guanxi.platform.Bounds;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.Problem;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Turns lists of identifiers into members, some thousand lines a statement. What was uploaded is not kept. */
@Component
public class ListUpload {

    /** Under which an upload is refused that takes too long, its way here included. */
    public static final Bounds.Codes BOUNDED =
            new Bounds.Codes("audience.too-slow", "audience.too-big", "audience.cancelled", "upload the list in parts");

    /** How long a list may be. */
    public static final int MOST_ROWS = 1_000_000;

    private static final long MOST_CHARACTERS = 200L << 20; // blank ones among them
    private static final int LONGEST_ROW = 300;
    private static final int ROWS_AT_ONCE = 5000;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final MemberFacts facts;
    private final ListTable lists;
    private final DataFolder folder;
    private final TransactionOperations transaction;
    private final CurrentUser currentUser;
    private final Audit audit;

    ListUpload(
            MemberFacts facts,
            ListTable lists,
            DataFolder folder,
            TransactionOperations transaction,
            CurrentUser currentUser,
            Audit audit) {
        this.facts = facts;
        this.lists = lists;
        this.folder = folder;
        this.transaction = transaction;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /**
     * Reads a list. Its lines are counted and looked at before the first is looked up.
     *
     * @param name as people call it
     * @param kind of all identifiers, or null where each line says {@code kind:key}
     * @param text one identifier a line, in UTF-8; empty lines do not count
     * @param limit how long it may take
     * @return the list as it is kept
     */
    public UploadedList take(String name, @Nullable String kind, InputStream text, Bounds limit) {
        try {
            Path file = Files.createTempFile(folder.temp(), "list", ".txt");
            try {
                long rows = receive(
                        kind, text, file, limit); // however slow whoever sends it is, the database waits for nobody
                return found(name, kind, rows, file, limit);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long receive(@Nullable String kind, InputStream text, Path file, Bounds limit) throws IOException {
        Lines lines = new Lines(reader(text));
        long rows = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (String line = lines.next(limit); line != null; line = lines.next(limit)) {
                if (line.isBlank()) {
                    continue;
                }
                if (++rows > MOST_ROWS) {
                    throw tooLong();
                }
                if (kind == null && line.indexOf(':') < 1) {
                    throw broken(
                            lines.read,
                            "a line reads kind:key, e.g. phone:13800000000, unless a kind is given for all");
                }
                out.write(line);
                out.write('\n');
            }
        }
        if (rows == 0) {
            throw broken(1, "the list is empty");
        }
        return rows;
    }

    private UploadedList found(String name, @Nullable String kind, long rows, Path file, Bounds limit)
            throws IOException {
        RoaringBitmap members = new RoaringBitmap();
        Map<String, List<String>> waiting = new HashMap<>();
        long found = 0;
        int held = 0;
        try (BufferedReader text = reader(Files.newInputStream(file))) {
            Lines lines = new Lines(text);
            for (String line = lines.next(limit); line != null; line = lines.next(limit)) {
                int colon = line.indexOf(':');
                waiting.computeIfAbsent(kind == null ? line.substring(0, colon).strip() : kind, _ -> new ArrayList<>())
                        .add(kind == null ? line.substring(colon + 1) : line);
                if (++held == ROWS_AT_ONCE) {
                    found += find(waiting, members);
                    held = 0;
                    limit.check();
                }
            }
        }
        found += find(waiting, members);
        limit.check();
        return save(name, rows, rows - found, members);
    }

    private static BufferedReader reader(InputStream text) {
        return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
    }

    private static Problem tooLong() {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "audience.list-too-long",
                "A list has at most " + MOST_ROWS + " rows and " + (MOST_CHARACTERS >> 20)
                        + " MB; import the members' trait instead.",
                List.of());
    }

    private UploadedList save(String name, long rows, long unknown, RoaringBitmap members) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            long id = lists.insert(
                    name, rows, unknown, members, currentUser.actor().name());
            audit.record("audience-list.uploaded", "audience-list:" + id, Map.of("rows", rows));
            return lists.find(id).orElseThrow();
        }));
    }

    private long find(Map<String, List<String>> waiting, RoaringBitmap members) {
        long found = 0;
        for (Map.Entry<String, List<String>> keys : waiting.entrySet()) {
            List<Integer> known = facts.find(keys.getKey(), keys.getValue());
            known.forEach(members::add);
            found += known.size();
        }
        waiting.clear();
        return found;
    }

    private static Problem broken(long row, String message) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "audience.list-invalid",
                "Row " + row + ": " + message + ".",
                List.of(new Problem.Fault(row, null, message)));
    }

    /** Lines of a bounded length: a file without line ends is refused before it fills the memory. */
    private static final class Lines {

        private final Reader text;
        private long read;
        private long characters;

        Lines(Reader text) {
            this.text = text;
        }

        /** {@return the next line without blanks around; null at the end} */
        @Nullable
        String next(Bounds limit) throws IOException {
            StringBuilder line = new StringBuilder();
            if (++read % ROWS_AT_ONCE == 0) {
                limit.check();
            }
            for (int next = text.read(); next != '\n'; next = text.read()) {
                if (next < 0) {
                    return line.isEmpty() ? null : line.toString().strip();
                }
                if (++characters > MOST_CHARACTERS) {
                    throw tooLong();
                }
                if (next == BYTE_ORDER_MARK && characters == 1) {
                    continue;
                }
                if (next == 0 || line.length() >= LONGEST_ROW) {
                    throw broken(read, "this is no list of identifiers, one a line");
                }
                line.append((char) next);
            }
            return line.toString().strip();
        }
    }
}
