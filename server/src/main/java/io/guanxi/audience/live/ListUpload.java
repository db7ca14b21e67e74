package io.guanxi.audience.live;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.audience.store.ListTable;
import io.guanxi.audience.store.ListTable.UploadedList;
import io.guanxi.identity.MemberFacts;
import io.guanxi.platform.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
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

    /** How long a list may be. */
    public static final int MOST_ROWS = 1_000_000;

    private static final int LONGEST_ROW = 300;
    private static final int ROWS_AT_ONCE = 5000;

    private final MemberFacts facts;
    private final ListTable lists;
    private final TransactionOperations transaction;
    private final CurrentUser currentUser;
    private final Audit audit;

    ListUpload(
            MemberFacts facts,
            ListTable lists,
            TransactionOperations transaction,
            CurrentUser currentUser,
            Audit audit) {
        this.facts = facts;
        this.lists = lists;
        this.transaction = transaction;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /**
     * Reads a list.
     *
     * @param name as people call it
     * @param kind of all identifiers, or null where each line says {@code kind:key}
     * @param text one identifier a line; empty lines do not count
     * @return the list as it is kept
     * @throws IOException where it cannot be read
     */
    public UploadedList take(String name, @Nullable String kind, Reader text) throws IOException {
        RoaringBitmap members = new RoaringBitmap();
        Map<String, List<String>> waiting = new HashMap<>();
        long rows = 0;
        long found = 0;
        int held = 0;
        Lines lines = new Lines(new BufferedReader(text));
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            rows++;
            if (rows > MOST_ROWS) {
                throw new Problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "audience.list-too-long",
                        "A list has at most " + MOST_ROWS + " rows; import the members' trait instead.",
                        List.of());
            }
            int colon = line.indexOf(':');
            if (kind == null && colon < 1) {
                throw broken(
                        lines.read, "a line reads kind:key, e.g. phone:13800000000, unless a kind is given for all");
            }
            waiting.computeIfAbsent(kind == null ? line.substring(0, colon).strip() : kind, _ -> new ArrayList<>())
                    .add(kind == null ? line.substring(colon + 1) : line);
            if (++held == ROWS_AT_ONCE) {
                found += find(waiting, members);
                held = 0;
            }
        }
        found += find(waiting, members);
        if (rows == 0) {
            throw broken(1, "the list is empty");
        }
        return save(name, rows, rows - found, members);
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

        Lines(Reader text) {
            this.text = text;
        }

        @Nullable
        String next() throws IOException {
            StringBuilder line = new StringBuilder();
            read++;
            for (int next = text.read(); next != '\n'; next = text.read()) {
                if (next < 0) {
                    return line.isEmpty() ? null : line.toString();
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
