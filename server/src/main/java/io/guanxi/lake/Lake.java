package io.guanxi.lake;

import io.guanxi.platform.DataFolder;
import io.guanxi.platform.EventBatch;
import io.guanxi.platform.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Every event for ever, in the Iceberg table {@code guanxi.event}, partitioned by the brand's day.
 *
 * <p>The offset up to which the inbox was taken stands in the summary of each snapshot, committed together with the files:
 * an append happens once or not at all.
 */
@Component
public final class Lake {

    private static final String POSITION = "guanxi.inbox-position";
    private static final String RECEIPT = "guanxi.receipt";
    private static final String WITHDRAWN = "guanxi.withdrawn";
    private static final Duration READERS_MAY_LAST = Duration.ofMinutes(10);

    private final Table table;
    private final Warehouse warehouse;
    private final ParquetWriter writer;
    private final Rewriting rewriting;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;
    private final ReentrantLock committing = new ReentrantLock();
    private volatile Listing listing = new Listing(-1, List.of());

    private record Listing(long snapshot, List<DataFile> files) {}

    Lake(
            JdbcCatalog catalog,
            Warehouse warehouse,
            DataFolder folder,
            Clock clock,
            ApplicationEventPublisher publisher) {
        this.table = EventTable.open(catalog);
        this.warehouse = warehouse;
        this.writer = new ParquetWriter(
                folder.lake().resolve("guanxi").resolve("event").resolve("data"), warehouse);
        this.rewriting = new Rewriting(this, table, writer);
        this.clock = clock;
        this.publisher = publisher;
    }

    /** {@return where the lake stands} */
    public LakeHead head() {
        Snapshot snapshot = table.currentSnapshot();
        return snapshot == null ? new LakeHead(0, 0) : new LakeHead(snapshot.sequenceNumber(), positionOf(snapshot));
    }

    /** {@return the receipt of the last batch that did not come through the inbox; empty where there was none} */
    public String receipt() {
        Snapshot snapshot = table.currentSnapshot();
        return snapshot == null ? "" : receiptOf(snapshot);
    }

    /**
     * Writes a batch to the disk, where nobody sees it before it is appended; what is never appended is swept away later.
     *
     * @param batch events that all have a member number
     * @return what to append
     */
    public LakeDraft draft(EventBatch batch) {
        return new LakeDraft(writer.write(batch));
    }

    /**
     * Adds a batch of the inbox.
     *
     * @param draft its events
     * @param inboxPosition the inbox position they reach to
     * @return where the lake stands afterwards
     */
    public LakeHead append(LakeDraft draft, long inboxPosition) {
        return append(draft, inboxPosition, null);
    }

    /**
     * Adds a batch that did not come through the inbox.
     *
     * @param draft its events
     * @param receipt committed together with the events: afterwards {@link #receipt} tells that they are in
     * @return where the lake stands afterwards
     */
    public LakeHead append(LakeDraft draft, String receipt) {
        return append(draft, null, receipt);
    }

    private LakeHead append(LakeDraft draft, @Nullable Long inboxPosition, @Nullable String receipt) {
        commit(
                () -> {
                    AppendFiles append = table.newAppend();
                    draft.files().forEach(append::appendFile);
                    return append;
                },
                inboxPosition,
                receipt);
        LakeHead head = head();
        publisher.publishEvent(new LakeAdvanced(head));
        return head;
    }

    /**
     * {@return what was added after a sequence number; empty where that history has expired, so that a follower must start
     * anew from {@link #view}}
     *
     * @param sequence the last commit the follower has taken, 0 for none
     */
    public Optional<LakeHistory> after(long sequence) {
        table.refresh();
        Snapshot newest = table.currentSnapshot();
        if (newest == null) {
            return Optional.of(new LakeHistory(0, List.of(), Set.of(), List.of()));
        }
        Deque<LakeAppend> appends = new ArrayDeque<>();
        Set<LocalDate> anew = new HashSet<>();
        Snapshot snapshot = newest;
        while (snapshot.sequenceNumber() > sequence) {
            if (DataOperations.APPEND.equals(snapshot.operation())) {
                List<LakeFile> files = new ArrayList<>();
                snapshot.addedDataFiles(table.io()).forEach(file -> files.add(describe(file)));
                appends.addFirst(new LakeAppend(snapshot.sequenceNumber(), files));
            } else if (snapshot.summary().containsKey(WITHDRAWN)) {
                snapshot.removedDataFiles(table.io())
                        .forEach(file -> anew.add(describe(file).day()));
            }
            Long parent = snapshot.parentId();
            if (parent == null) {
                break;
            }
            snapshot = table.snapshot(parent);
            if (snapshot == null) {
                return Optional.empty();
            }
        }
        List<LakeFile> files = anew.isEmpty()
                ? List.of()
                : dataFiles(newest).stream()
                        .map(this::describe)
                        .filter(file -> anew.contains(file.day()))
                        .toList();
        return Optional.of(new LakeHistory(newest.sequenceNumber(), List.copyOf(appends), anew, files));
    }

    /** {@return all files as of one commit, by day} */
    public LakeView view() {
        Snapshot snapshot = table.currentSnapshot();
        if (snapshot == null) {
            return new LakeView(new LakeHead(0, 0), List.of());
        }
        List<LakeFile> files = dataFiles(snapshot).stream()
                .map(this::describe)
                .sorted(Comparator.comparing(LakeFile::day))
                .toList();
        return new LakeView(new LakeHead(snapshot.sequenceNumber(), positionOf(snapshot)), files);
    }

    /**
     * {@return a relation for the FROM clause of a DuckDB statement: the events of the chosen days, with all columns}
     *
     * @param days which days
     */
    public String relation(Predicate<LocalDate> days) {
        return relation(
                view().files().stream().filter(file -> days.test(file.day())).toList());
    }

    /**
     * {@return a relation for the FROM clause of a DuckDB statement: the events of the given files}
     *
     * @param files some of the lake's files
     */
    public static String relation(List<LakeFile> files) {
        if (files.isEmpty()) {
            return "(SELECT * FROM (VALUES (" + EMPTY_ROW + ")) nothing(" + EventTable.NAMES + ") WHERE false)";
        }
        return files.stream()
                .map(file -> SqlText.literal(file.path()))
                .collect(Collectors.joining(", ", "read_parquet([", "], hive_partitioning = false)"));
    }

    /**
     * Joins many small files of a day into one.
     *
     * @param batch any open batch; its connection does the work
     * @param most where a day has more files of a like size than this, they are joined
     * @return number of files that were replaced
     */
    public int compact(EventBatch batch, int most) {
        return rewriting.compact(batch, most);
    }

    /**
     * Takes back events, in one commit that followers see: what they made of these days they make anew. The files that held
     * them stay on the disk until no follower and no reader needs them.
     *
     * @param batch any open batch; its connection does the work
     * @param context the context of the events that are taken back
     * @param progress told of each file that is written anew
     * @return how many there were
     */
    public long withdraw(EventBatch batch, String context, FilesRewritten progress) {
        long events = rewriting.withdraw(batch, context, progress);
        if (events > 0) {
            publisher.publishEvent(new LakeAdvanced(head()));
        }
        return events;
    }

    /** Removes the events of some members, and the files that held them from the disk. */
    Rewriting.Erased erase(EventBatch batch, List<Integer> memberNos) {
        return rewriting.erase(batch, memberNos);
    }

    /** Drops all snapshots but the current one, and the files only they hold. */
    void forgetHistory() {
        committing.lock();
        try {
            table.refresh();
            table.expireSnapshots()
                    .expireOlderThan(Long.MAX_VALUE)
                    .retainLast(1)
                    .cleanExpiredFiles(true)
                    .commit();
        } finally {
            committing.unlock();
        }
    }

    /**
     * Forgets snapshots that no follower and no reader needs any more, and deletes the files only they hold.
     *
     * @param sequence followers have taken everything up to here
     */
    public void expire(long sequence) {
        long before = clock.instant().minus(READERS_MAY_LAST).toEpochMilli();
        committing.lock();
        try {
            table.refresh();
            Snapshot current = table.currentSnapshot();
            List<Long> old = new ArrayList<>();
            for (Snapshot snapshot : table.snapshots()) {
                if (snapshot != current
                        && snapshot.sequenceNumber() < sequence
                        && snapshot.timestampMillis() < before) {
                    old.add(snapshot.snapshotId());
                }
            }
            if (!old.isEmpty()) {
                var expiry = table.expireSnapshots();
                old.forEach(expiry::expireSnapshotId);
                expiry.cleanExpiredFiles(true).commit();
            }
        } finally {
            committing.unlock();
        }
    }

    /**
     * Deletes data files that no snapshot knows: what a killed server wrote and did not commit, or removed from the table and
     * not yet from the disk.
     *
     * @param before only files last touched before this; younger ones may be about to be committed
     * @return how many
     */
    public int removeOrphans(Instant before) {
        table.refresh();
        return new Orphans(table, writer.folder(), warehouse::pathOf).remove(before);
    }

    List<DataFile> dataFiles() {
        Snapshot snapshot = table.currentSnapshot();
        return snapshot == null ? List.of() : dataFiles(snapshot);
    }

    private List<DataFile> dataFiles(Snapshot snapshot) {
        Listing known = listing;
        if (known.snapshot() == snapshot.snapshotId()) {
            return known.files();
        }
        List<DataFile> files = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks = table.newScan()
                .useSnapshot(snapshot.snapshotId())
                .includeColumnStats()
                .planFiles()) {
            tasks.forEach(task -> files.add(task.file()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the lake", e);
        }
        listing = new Listing(snapshot.snapshotId(), List.copyOf(files));
        return files;
    }

    LakeFile describe(DataFile file) {
        LocalDate day = LocalDate.ofEpochDay(file.partition().get(0, Integer.class));
        return new LakeFile(warehouse.pathOf(file.location()), day, file.recordCount(), file.fileSizeInBytes());
    }

    /** Commits a change of the table's form: position and receipt stay as they are. */
    void commit(Supplier<SnapshotUpdate<?>> update) {
        commit(update, null, null);
    }

    /** Commits that events were taken back. */
    void commitWithdrawal(Supplier<SnapshotUpdate<?>> update) {
        commit(
                () -> {
                    SnapshotUpdate<?> change = update.get();
                    change.set(WITHDRAWN, "true");
                    return change;
                },
                null,
                null);
    }

    private void commit(Supplier<SnapshotUpdate<?>> update, @Nullable Long inboxPosition, @Nullable String receipt) {
        committing.lock();
        try {
            table.refresh();
            long position = inboxPosition == null ? head().inboxPosition() : inboxPosition;
            SnapshotUpdate<?> change = update.get();
            change.set(POSITION, Long.toString(position));
            change.set(RECEIPT, receipt == null ? receipt() : receipt);
            change.commit();
        } finally {
            committing.unlock();
        }
    }

    private static long positionOf(Snapshot snapshot) {
        return Long.parseLong(snapshot.summary().getOrDefault(POSITION, "0"));
    }

    private static String receiptOf(Snapshot snapshot) {
        return snapshot.summary().getOrDefault(RECEIPT, "");
    }

    private static final String EMPTY_ROW = """
            NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR, NULL::TIMESTAMPTZ, NULL::TIMESTAMPTZ, NULL::DATE, NULL::INTEGER,
            NULL::VARCHAR[], NULL::VARCHAR, NULL::DECIMAL(18,2), NULL::VARCHAR, NULL::DOUBLE, NULL::VARCHAR,
            NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR""";
}
