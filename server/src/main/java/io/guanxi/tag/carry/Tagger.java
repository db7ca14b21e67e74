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
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tags and untags: the rows, the tag's count and the change in the log stand or fall together. */
@Component
final class Tagger implements Tagging {

    private static final int RANGE = 200_000;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

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

    /** What happened to one range of the members. */
    private record Part(RoaringBitmap changed, long confirmed, long unknown) {}

    @Override
    public TagEffect tag(int tag, RoaringBitmap members, TagSource by, @Nullable Instant expiresAt) {
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw Problem.badRequest("tag.expired", "A tag that expires must expire later than now.");
        }
        if (expiresAt != null && expiresAt.isAfter(LATEST)) {
            throw Problem.badRequest("tag.expires-too-late", "A tag that expires must do so before the year 10000.");
        }
        return within(() -> {
            carriers.lock(tag);
            if (required(tag).archivedAt() != null) {
                throw Problem.conflict("tag.archived", "Tag " + tag + " is archived; nobody new gets it.");
            }
            int source = sources.numberOf(by);
            return stroke(tag, Reason.TAGGED, by, members, numbers -> {
                int confirmed = by.automatic()
                        ? carriers.keep(tag, numbers, source)
                        : carriers.confirm(tag, numbers, source, expiresAt);
                RoaringBitmap added = carriers.insert(tag, numbers, source, by.automatic(), expiresAt);
                return new Part(added, confirmed, unknown(numbers, added));
            });
        });
    }

    @Override
    public TagEffect untag(int tag, RoaringBitmap members, TagSource by) {
        return within(() -> {
            carriers.lock(tag);
            required(tag);
            return stroke(tag, Reason.UNTAGGED, by, members, numbers -> {
                RoaringBitmap removed = carriers.delete(tag, numbers);
                return new Part(removed, 0, unknown(numbers, removed));
            });
        });
    }

    @Override
    public TagEffect withdraw(int tag, RoaringBitmap members, TagSource rule) {
        return within(() -> {
            carriers.lock(tag);
            required(tag);
            int source = sources.numberOf(rule);
            return stroke(
                    tag,
                    Reason.UNTAGGED,
                    rule,
                    members,
                    numbers -> new Part(carriers.withdraw(tag, numbers, source), 0, 0));
        });
    }

    @Override
    public TagEffect withdraw(int tag, TagSource rule) {
        return within(() -> {
            carriers.lock(tag);
            required(tag);
            RoaringBitmap removed = carriers.withdraw(tag, sources.numberOf(rule));
            long carry = changes.write(tag, Reason.UNTAGGED, rule, new RoaringBitmap(), removed);
            return new TagEffect(removed.getLongCardinality(), removed.getLongCardinality(), 0, 0, carry);
        });
    }

    @Override
    public void release(int tag, TagSource rule) {
        transaction.executeWithoutResult(_ -> {
            carriers.lock(tag);
            carriers.release(tag, sources.numberOf(rule));
        });
    }

    /** One change of any number of members, who travel to the database by ranges of their numbers. */
    private TagEffect stroke(int tag, Reason reason, TagSource by, RoaringBitmap members, Function<int[], Part> work) {
        RoaringBitmap changed = new RoaringBitmap();
        long confirmed = 0;
        long unknown = 0;
        BatchIterator ranges = members.getBatchIterator();
        int[] range = new int[(int) Math.min(RANGE, members.getLongCardinality())];
        while (ranges.hasNext()) {
            int taken = ranges.nextBatch(range);
            Part part = work.apply(taken == range.length ? range : Arrays.copyOf(range, taken));
            changed.or(part.changed());
            confirmed += part.confirmed();
            unknown += part.unknown();
        }
        RoaringBitmap nobody = new RoaringBitmap();
        long carry = reason == Reason.TAGGED
                ? changes.write(tag, reason, by, changed, nobody)
                : changes.write(tag, reason, by, nobody, changed);
        return new TagEffect(members.getLongCardinality(), changed.getLongCardinality(), confirmed, unknown, carry);
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
