package io.guanxi.collect.road;

import io.guanxi.collect.inbox.InboxTable;
import io.guanxi.identity.Identities;
import io.guanxi.identity.Resolution;
import io.guanxi.lake.Lake;
import io.guanxi.lake.LakeHead;
import io.guanxi.platform.Brand;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import io.guanxi.platform.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The one way into the lake, for a group of the inbox as for an import: take out what was taken before, resolve who it was,
 * append. One batch travels at a time, so each sees all before it.
 *
 * <p>Exactly once: the only offset is the one committed with the lake's snapshot; resolving identities again after a crash
 * changes nothing.
 */
@Component
public final class Road {

    /** Events older than this on arrival are compared with the lake; younger ones with the inbox's keys. */
    static final int WINDOW_DAYS = 7;

    private static final int GROUP = 100_000;

    private final InboxTable inbox;
    private final Identities identities;
    private final Lake lake;
    private final Duplicates duplicates;
    private final InboxReader reader;
    private final DuckDb staging;
    private final DataFolder folder;
    private final Clock clock;
    private final ReentrantLock travelling = new ReentrantLock(true);

    Road(
            InboxTable inbox,
            Identities identities,
            Lake lake,
            DuckDb staging,
            DataFolder folder,
            Brand brand,
            Clock clock) {
        this.inbox = inbox;
        this.identities = identities;
        this.lake = lake;
        this.duplicates = new Duplicates(lake);
        this.reader = new InboxReader(inbox, folder, brand);
        this.staging = staging;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Takes a batch that did not come through the inbox.
     *
     * @param batch the events; afterwards it holds those that were accepted, and its table {@code refused(event_id, reason)}
     *     those without a usable identifier
     * @param progress told about checking, resolving and writing
     * @return what became of them
     */
    public Passage take(EventBatch batch, Progress progress) {
        travelling.lock();
        try {
            drain();
            progress.at("checking", 0.4);
            int twice = duplicates.withinBatch(batch);
            int known = duplicates.againstLake(batch, daysOf(batch, null));
            progress.at("resolving", 0.5);
            Resolution resolution = identities.resolve(batch);
            setAsideUnresolved(batch);
            progress.at("writing", 0.8);
            long accepted = batch.size();
            if (accepted > 0) {
                lake.append(batch, null);
                noteArrived(batch);
            }
            return new Passage(accepted, (long) twice + known, resolution.unresolved());
        } finally {
            travelling.unlock();
        }
    }

    /**
     * Takes everything that is acknowledged now from the inbox to the lake.
     *
     * @return the inbox position the lake has reached
     */
    public long drain() {
        travelling.lock();
        try {
            long position = lake.head().inboxPosition();
            for (long next = inbox.next(position, GROUP); next > position; next = inbox.next(position, GROUP)) {
                step(position, next);
                position = next;
            }
            return position;
        } finally {
            travelling.unlock();
        }
    }

    /**
     * Does something while nothing travels: the lake takes no event meanwhile; acknowledging goes on.
     *
     * @param work what to do
     * @return its answer
     * @param <T> what it answers
     */
    public <T> T whileStill(Supplier<T> work) {
        travelling.lock();
        try {
            return work.get();
        } finally {
            travelling.unlock();
        }
    }

    private void step(long after, long upTo) {
        try (EventBatch batch = EventBatch.in(staging)) {
            reader.read(batch, after, upTo);
            Instant young = clock.instant().minusSeconds((WINDOW_DAYS - 1) * 86_400L);
            duplicates.againstLake(batch, daysOf(batch, young));
            identities.resolve(batch);
            setAsideUnresolved(batch);
            LakeHead head = lake.append(batch, upTo);
            assert head.inboxPosition() >= upTo;
        }
    }

    private static List<LocalDate> daysOf(EventBatch batch, @org.jspecify.annotations.Nullable Instant before) {
        return batch.sql()
                .sql("SELECT DISTINCT day FROM event WHERE ts < coalesce(CAST(? AS TIMESTAMPTZ), 'infinity')")
                .param(before == null ? null : before.toString())
                .query(LocalDate.class)
                .list();
    }

    private static void setAsideUnresolved(EventBatch batch) {
        batch.sql().sql("""
                        CREATE TEMP TABLE refused AS
                        SELECT event_id, 'no usable identifier' AS reason FROM event WHERE member_no IS NULL
                        """).update();
        batch.sql().sql("DELETE FROM event WHERE member_no IS NULL").update();
    }

    /** So that the tracking API knows the ids of an import's young events too. */
    private void noteArrived(EventBatch batch) {
        Instant young = clock.instant().minusSeconds((WINDOW_DAYS + 1) * 86_400L);
        Path file = folder.temp().resolve("noted-" + java.util.UUID.randomUUID() + ".csv");
        try {
            batch.writeCsv(
                    "SELECT md5(event_id), received_at::DATE FROM event WHERE ts >= TIMESTAMPTZ '" + young + "'", file);
            inbox.noteArrived(file);
            Files.delete(file);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot note the events of an import as arrived", e);
        }
    }
}
