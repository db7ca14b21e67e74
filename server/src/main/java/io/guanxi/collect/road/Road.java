package io.guanxi.collect.road;

import io.guanxi.collect.inbox.InboxTable;
import io.guanxi.collect.inbox.NotedImports;
import io.guanxi.identity.Identities;
import io.guanxi.identity.Resolution;
import io.guanxi.lake.Lake;
import io.guanxi.lake.LakeDraft;
import io.guanxi.lake.LakeHead;
import io.guanxi.platform.Brand;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import io.guanxi.platform.Progress;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    private static final String NO_IDENTIFIER = "no usable identifier";

    private final InboxTable inbox;
    private final Identities identities;
    private final Lake lake;
    private final Duplicates duplicates;
    private final InboxReader reader;
    private final DuckDb staging;
    private final ArrivalNotes notes;
    private final Clock clock;
    private final ReentrantLock travelling = new ReentrantLock(true);

    Road(
            InboxTable inbox,
            NotedImports noted,
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
        this.notes = new ArrivalNotes(noted, lake, folder, clock);
        this.clock = clock;
    }

    /**
     * Takes a batch that did not come through the inbox.
     *
     * @param batch the events; afterwards it holds those that were accepted, and its table {@code refused(event_id, reason)}
     *     those without a usable identifier
     * @param progress told about checking, resolving and writing
     * @param receipt asked for right before the commit, with what became of the events; what it says is committed with
     *     them, and is the lake's {@link Lake#receipt receipt} from then on
     * @return what became of them
     */
    public Passage take(EventBatch batch, Progress progress, Function<Passage, String> receipt) {
        travelling.lock();
        try {
            drain();
            progress.at("checking", 0.4);
            long taken = takeOutTaken(batch);
            progress.at("resolving", 0.5);
            Passed passed = resolveAndWrite(batch, progress);
            LakeDraft draft = passed.draft();
            Passage passage =
                    new Passage(draft.events(), taken, passed.resolution().unresolved());
            String sealed = receipt.apply(passage);
            if (passage.accepted() > 0) {
                lake.append(draft, sealed);
                notes.note(batch);
            }
            return passage;
        } finally {
            travelling.unlock();
        }
    }

    /**
     * Finds out what {@link #take} would do with a batch, without doing it. It costs what that costs but the lake's files, and
     * holds the road as long.
     *
     * @param batch the events; afterwards it holds what it would hold then
     * @param progress told about checking and resolving
     * @return what would become of them
     */
    public Rehearsal rehearse(EventBatch batch, Progress progress) {
        travelling.lock();
        try {
            drain();
            progress.at("checking", 0.4);
            long duplicates = takeOutTaken(batch);
            progress.at("resolving", 0.5);
            Resolution resolution = identities.rehearse(batch);
            batch.setAside(resolution.unresolved(), NO_IDENTIFIER);
            return new Rehearsal(
                    new Passage(batch.size(), duplicates, resolution.unresolved()),
                    resolution.newMembers(),
                    resolution.merges());
        } finally {
            travelling.unlock();
        }
    }

    private long takeOutTaken(EventBatch batch) {
        long twice = duplicates.withinBatch(batch);
        return twice + duplicates.againstLake(batch, daysOf(batch, null)::contains);
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
            takeOutKnown(batch, after);
            LakeHead head =
                    lake.append(resolveAndWrite(batch, new Progress(clock)).draft(), upTo);
            assert head.inboxPosition() >= upTo;
        }
    }

    /**
     * Old events are looked up in the lake on their day; young ones were compared with the inbox's keys when they arrived,
     * but for those that came before the keys of the last import were noted: these may be in the lake on any young day.
     */
    private void takeOutKnown(EventBatch batch, long after) {
        if (after < notes.position(batch)) {
            Set<LocalDate> days = daysOf(batch, null);
            LocalDate first = notes.firstDay();
            duplicates.againstLake(batch, day -> days.contains(day) || !day.isBefore(first));
            return;
        }
        Set<LocalDate> old = daysOf(batch, clock.instant().minusSeconds((WINDOW_DAYS - 1) * 86_400L));
        if (!old.isEmpty()) {
            duplicates.againstLake(batch, old::contains);
        }
    }

    private static Set<LocalDate> daysOf(EventBatch batch, @Nullable Instant before) {
        return batch.sql()
                .sql("SELECT DISTINCT day FROM " + batch.staged()
                        + " WHERE ts < coalesce(CAST(? AS TIMESTAMPTZ), 'infinity')")
                .param(before == null ? null : before.toString())
                .query(LocalDate.class)
                .set();
    }

    /** The files are written while PostgreSQL takes over the new members; nothing sees them before they are appended. */
    private Passed resolveAndWrite(EventBatch batch, Progress progress) {
        return identities.resolve(batch, resolution -> {
            progress.at("writing", 0.6);
            batch.setAside(resolution.unresolved(), NO_IDENTIFIER);
            return new Passed(resolution, lake.draft(batch));
        });
    }

    private record Passed(Resolution resolution, LakeDraft draft) {}
}
