package io.guanxi.tag.carry;

import io.guanxi.platform.Problem;
import io.guanxi.tag.Tag;
import io.guanxi.tag.TagEffect;
import io.guanxi.tag.TagSource;
import io.guanxi.tag.Tagging;
import io.guanxi.tag.store.CarrierTable;
import io.guanxi.tag.store.TagChangeTable;
import io.guanxi.tag.store.TagChangeTable.Reason;
import io.guanxi.tag.store.TagSourceTable;
import io.guanxi.tag.store.TagTable;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tags and untags: the rows, the tag's count and the change in the log stand or fall together. */
@Component
final class Tagger implements Tagging {

    private final TagTable tags;
    private final TagSourceTable sources;
    private final CarrierTable carriers;
    private final TagChangeTable changes;
    private final TransactionOperations transaction;
    private final Clock clock;

    Tagger(
            TagTable tags,
            TagSourceTable sources,
            CarrierTable carriers,
            TagChangeTable changes,
            TransactionOperations transaction,
            Clock clock) {
        this.tags = tags;
        this.sources = sources;
        this.carriers = carriers;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public TagEffect tag(int tag, RoaringBitmap members, TagSource by, @Nullable Instant expiresAt) {
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw Problem.badRequest("tag.expired", "A tag that expires must expire later than now.");
        }
        return within(() -> {
            carriers.lock(tag);
            if (required(tag).archivedAt() != null) {
                throw Problem.conflict("tag.archived", "Tag " + tag + " is archived; nobody new gets it.");
            }
            int[] numbers = members.toArray();
            int source = sources.numberOf(by);
            int confirmed = carriers.confirm(tag, numbers, source, by.automatic(), expiresAt);
            RoaringBitmap added = carriers.insert(tag, numbers, source, expiresAt);
            long carry = changes.write(tag, Reason.TAGGED, by, added, new RoaringBitmap());
            return new TagEffect(numbers.length, added.getCardinality(), confirmed, unknown(numbers, added), carry);
        });
    }

    @Override
    public TagEffect untag(int tag, RoaringBitmap members, TagSource by) {
        return take(tag, members, by, null);
    }

    @Override
    public TagEffect withdraw(int tag, @Nullable RoaringBitmap members, TagSource source) {
        return take(tag, members, source, sources.numberOf(source));
    }

    private TagEffect take(int tag, @Nullable RoaringBitmap members, TagSource by, @Nullable Integer source) {
        return within(() -> {
            carriers.lock(tag);
            required(tag);
            int[] numbers = members == null ? null : members.toArray();
            RoaringBitmap removed = carriers.delete(tag, numbers, source);
            long carry = changes.write(tag, Reason.UNTAGGED, by, new RoaringBitmap(), removed);
            return new TagEffect(
                    numbers == null ? removed.getCardinality() : numbers.length,
                    removed.getCardinality(),
                    0,
                    numbers == null ? 0 : unknown(numbers, removed),
                    carry);
        });
    }

    /** Where all of those named changed, none can be unknown: then nobody needs to be counted. */
    private long unknown(int[] numbers, RoaringBitmap changed) {
        return changed.getCardinality() == numbers.length ? 0 : numbers.length - carriers.live(numbers);
    }

    @Override
    public void alone() {
        carriers.lockAll();
    }

    private Tag required(int tag) {
        return tags.find(tag).orElseThrow(() -> unknown(tag));
    }

    static Problem unknown(int tag) {
        return Problem.notFound("tag.unknown", "There is no tag with the number " + tag + ".");
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
