package io.guanxi.tag.carry;

import io.guanxi.platform.Brand;
import io.guanxi.tag.CarriedTag;
import io.guanxi.tag.TagCarriers;
import io.guanxi.tag.TagSource;
import io.guanxi.tag.store.CarrierTable;
import io.guanxi.tag.store.TagChangeTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who carries tags, as bitmaps. One that was asked for is kept and brought up to date by the changes since; at most 128 MB of
 * them, the one that was not asked for longest goes first.
 */
@Component
final class Carriers implements TagCarriers {

    private static final long MOST_BYTES = 128L << 20;

    private final CarrierTable table;
    private final TagChangeTable changes;
    private final TransactionOperations transaction;
    private final Brand brand;
    private final Map<Integer, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    Carriers(CarrierTable table, TagChangeTable changes, TransactionOperations transaction, Brand brand) {
        this.table = table;
        this.changes = changes;
        this.transaction = transaction;
        this.brand = brand;
    }

    /** Who carries a tag after some change; never changed. */
    private record Kept(long position, RoaringBitmap members, long bytes) {}

    @Override
    public RoaringBitmap of(int tag) {
        // What a transaction that is open has changed may never come to be: that is for its own eyes.
        boolean committed = !TransactionSynchronizationManager.isActualTransactionActive();
        // The position is read first: what is read later holds all changes up to it, and taking one twice does no harm.
        long position = changes.position();
        Kept before = recall(tag);
        if (before != null && before.position() >= position) {
            return before.members();
        }
        // Within a transaction rows come some at a time.
        RoaringBitmap members = Objects.requireNonNull(
                transaction.execute(_ -> before == null ? table.of(tag) : caughtUp(tag, before)));
        if (committed) {
            keep(tag, new Kept(position, members, members.getLongSizeInBytes()));
        }
        return members;
    }

    private RoaringBitmap caughtUp(int tag, Kept before) {
        RoaringBitmap members = before.members().clone();
        changes.replay(tag, before.position(), (_, added, removed) -> {
            members.or(added);
            members.andNot(removed);
        });
        return members;
    }

    @Override
    public List<RoaringBitmap> on(int tag, List<LocalDate> days) {
        List<Instant> ends = days.stream()
                .map(day -> day.plusDays(1).atStartOfDay(brand.zone()).toInstant())
                .toList();
        RoaringBitmap members = of(tag).clone();
        List<RoaringBitmap> then = new ArrayList<>();
        transaction.executeWithoutResult(_ -> changes.unwind(tag, ends.getLast(), (at, added, removed) -> {
            while (at.isBefore(ends.get(then.size()))) {
                then.add(members.clone());
            }
            members.andNot(added);
            members.or(removed);
        }));
        while (then.size() < ends.size()) {
            then.add(members.clone());
        }
        return then;
    }

    @Override
    public List<CarriedTag> carriedBy(int memberNo) {
        return table.carriedBy(memberNo);
    }

    @Override
    public Map<Integer, RoaringBitmap> carriedBesides(RoaringBitmap members, TagSource.Kind but) {
        return table.carriedBesides(members.toArray(), but);
    }

    @Override
    public long position() {
        return changes.position();
    }

    @Override
    public Set<Integer> changedSince(long position) {
        return changes.changedSince(position);
    }

    private synchronized @Nullable Kept recall(int tag) {
        return kept.get(tag);
    }

    private synchronized void keep(int tag, Kept now) {
        Kept before = kept.get(tag);
        if (before != null && before.position() > now.position()) {
            return;
        }
        kept.put(tag, now);
        bytes += now.bytes() - (before == null ? 0 : before.bytes());
        Iterator<Kept> oldest = kept.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
