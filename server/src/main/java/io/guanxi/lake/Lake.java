package io.guanxi.lake;

import io.guanxi.platform.DataFolder;
import io.guanxi.platform.EventBatch;
import io.guanxi.platform.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
import java.util.Map;
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
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.types.Types;
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
    private static final Duration READERS_MAY_LAST = Duration.ofMinutes(10);

    private final Table table;
    private final Warehouse warehouse;
    private final ParquetWriter writer;
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
        this.clock = clock;
        this.publisher = publisher;
    }

    /** {@return where the lake stands} */
    public LakeHead head() {
        Snapshot snapshot = table.currentSnapshot();
        return snapshot == null ? new LakeHead(0, 0) : new LakeHead(snapshot.sequenceNumber(), positionOf(snapshot));
    }

    /**
     * Adds a batch whose events all have a member number.
     *
     * @param batch the events
     * @param inboxPosition the inbox position they reach to, or null where they did not come through the inbox
     * @return where the lake stands afterwards
     */
    public LakeHead append(EventBatch batch, @Nullable Long inboxPosition) {
        List<DataFile> files = writer.write(batch.sql(), "SELECT * FROM event");
        commit(
                () -> {
                    AppendFiles append = table.newAppend();
                    files.forEach(append::appendFile);
                    return append;
                },
                inboxPosition);
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
            return Optional.of(new LakeHistory(0, List.of()));
        }
        Deque<LakeAppend> appends = new ArrayDeque<>();
        Snapshot snapshot = newest;
        while (snapshot.sequenceNumber() > sequence) {
            if (DataOperations.APPEND.equals(snapshot.operation())) {
                List<LakeFile> files = new ArrayList<>();
                snapshot.addedDataFiles(table.io()).forEach(file -> files.add(describe(file)));
                appends.addFirst(new LakeAppend(snapshot.sequenceNumber(), files));
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
        return Optional.of(new LakeHistory(newest.sequenceNumber(), List.copyOf(appends)));
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
            return "(SELECT * FROM (VALUES (" + EMPTY_ROW + ")) nothing(" + NAMES + ") WHERE false)";
        }
        return files.stream()
                .map(file -> SqlText.literal(file.path()))
                .collect(Collectors.joining(", ", "read_parquet([", "], hive_partitioning = false)"));
    }

    /**
     * Rewrites the days that have many small files into one file each.
     *
     * @param batch any open batch; its connection does the work
     * @param most days with more files than this are rewritten
     * @return number of files that were replaced
     */
    public int compact(EventBatch batch, int most) {
        Map<LocalDate, List<DataFile>> byDay = dataFiles().stream()
                .collect(Collectors.groupingBy(file -> describe(file).day()));
        int replaced = 0;
        for (List<DataFile> small : byDay.values()) {
            if (small.size() > most) {
                replaced += rewrite(
                        batch,
                        small,
                        "SELECT * FROM "
                                + relation(small.stream().map(this::describe).toList()));
            }
        }
        return replaced;
    }

    /**
     * Removes the events of some members from the files that hold them, and those files from the disk.
     *
     * @param batch any open batch; its connection does the work
     * @param memberNos whose events
     * @return what was removed
     */
    Erased erase(EventBatch batch, List<Integer> memberNos) {
        String whose =
                "member_no IN (" + memberNos.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
        Set<Path> holding = new HashSet<>();
        long rows = 0;
        for (Holding found : holding(batch, whose)) {
            holding.add(Path.of(found.filename()).toAbsolutePath());
            rows += found.events();
        }
        List<DataFile> old = dataFiles().stream()
                .filter(file -> holding.contains(describe(file).path().toAbsolutePath()))
                .toList();
        if (old.isEmpty()) {
            return new Erased(0, List.of(), List.of());
        }
        String kept =
                "SELECT * FROM " + relation(old.stream().map(this::describe).toList()) + " WHERE NOT (" + whose + ")";
        List<DataFile> fresh = writer.write(batch.sql(), kept);
        commit(
                () -> {
                    OverwriteFiles overwrite = table.newOverwrite();
                    old.forEach(overwrite::deleteFile);
                    fresh.forEach(overwrite::addFile);
                    return overwrite;
                },
                null);
        forgetHistory();
        old.forEach(file -> table.io().deleteFile(file.location()));
        return new Erased(
                rows,
                old.stream().map(file -> describe(file).path()).toList(),
                fresh.stream().map(file -> describe(file).path()).toList());
    }

    /** What an erasure removed and wrote instead. */
    record Erased(long rows, List<Path> removed, List<Path> written) {}

    private record Holding(String filename, long events) {}

    private List<Holding> holding(EventBatch batch, String whose) {
        List<LakeFile> files = view().files();
        if (files.isEmpty()) {
            return List.of();
        }
        String paths = files.stream().map(file -> SqlText.literal(file.path())).collect(Collectors.joining(", "));
        return batch.sql()
                .sql("SELECT filename, count(*) AS events FROM read_parquet([" + paths
                        + "], filename = true, hive_partitioning = false) WHERE " + whose + " GROUP BY filename")
                .query(Holding.class)
                .list();
    }

    /** Drops all snapshots but the current one, and the files only they hold. */
    private void forgetHistory() {
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
     * Replaces files by the rows of a query, in one commit.
     *
     * @return number of files that were replaced
     */
    int rewrite(EventBatch batch, List<DataFile> old, String select) {
        List<DataFile> fresh = writer.write(batch.sql(), select);
        commit(
                () -> {
                    RewriteFiles rewrite = table.newRewrite()
                            .validateFromSnapshot(table.currentSnapshot().snapshotId());
                    old.forEach(rewrite::deleteFile);
                    fresh.forEach(rewrite::addFile);
                    return rewrite;
                },
                null);
        return old.size();
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

    private List<DataFile> dataFiles() {
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

    private void commit(Supplier<SnapshotUpdate<?>> update, @Nullable Long inboxPosition) {
        committing.lock();
        try {
            table.refresh();
            long position = inboxPosition == null ? head().inboxPosition() : inboxPosition;
            SnapshotUpdate<?> change = update.get();
            change.set(POSITION, Long.toString(position));
            change.commit();
        } finally {
            committing.unlock();
        }
    }

    private static long positionOf(Snapshot snapshot) {
        return Long.parseLong(snapshot.summary().getOrDefault(POSITION, "0"));
    }

    private static final String NAMES =
            EventTable.SCHEMA.columns().stream().map(Types.NestedField::name).collect(Collectors.joining(", "));

    private static final String EMPTY_ROW = """
            NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR, NULL::TIMESTAMPTZ, NULL::TIMESTAMPTZ, NULL::DATE, NULL::INTEGER,
            NULL::VARCHAR[], NULL::VARCHAR, NULL::DECIMAL(18,2), NULL::VARCHAR, NULL::DOUBLE, NULL::VARCHAR,
            NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR""";
}
