package io.guanxi.tag.governance;

import io.guanxi.identity.Identities;
import io.guanxi.platform.Bounds;
import io.guanxi.platform.Brand;
import io.guanxi.tag.Tag;
import io.guanxi.tag.TagCarriers;
import io.guanxi.tag.TagUses;
import io.guanxi.tag.TagUses.TagUse;
import io.guanxi.tag.Tags;
import io.guanxi.tag.governance.TagGovernance.DoubleTag;
import io.guanxi.tag.governance.TagHealth.Fault;
import io.guanxi.tag.store.TagChangeTable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** How tags stand; found once for each state of the tags and day, and then remembered. */
@Component
public class TagStanding {

    /** Under which the question is refused that takes too long. */
    public static final Bounds.Codes BOUNDED =
            new Bounds.Codes("tag.too-slow", "tag.too-big", "tag.cancelled", "archive tags that nobody needs");

    private static final int STALE_DAYS = 180;
    private static final List<Integer> AGES = List.of(30, 90, STALE_DAYS);
    private static final double NEARLY_ALL = 0.95;

    private final Tags tags;
    private final TagCarriers carriers;
    private final TagChangeTable changes;
    private final List<TagUses> uses;
    private final Identities identities;
    private final Brand brand;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Known known;

    TagStanding(
            Tags tags,
            TagCarriers carriers,
            TagChangeTable changes,
            List<TagUses> uses,
            Identities identities,
            Brand brand,
            Clock clock) {
        this.tags = tags;
        this.carriers = carriers;
        this.changes = changes;
        this.uses = uses;
        this.identities = identities;
        this.brand = brand;
        this.clock = clock;
    }

    private record State(long position, LocalDate day, List<Tag> tags, List<TagUse> uses) {}

    private record Known(State state, TagGovernance found) {}

    /**
     * {@return how all tags stand that are not archived}
     *
     * @param limit how long it may take, waiting for somebody else's question included
     */
    public TagGovernance now(Bounds limit) {
        limit.await(nanos -> turn.tryLock(nanos, TimeUnit.NANOSECONDS));
        try {
            return current(limit);
        } finally {
            turn.unlock();
        }
    }

    private TagGovernance current(Bounds limit) {
        State state = new State(
                carriers.position(),
                brand.dayOf(clock.instant()),
                tags.all().stream().filter(tag -> tag.archivedAt() == null).toList(),
                uses.stream().flatMap(who -> who.all().stream()).toList());
        Known before = known;
        if (before != null && before.state().equals(state)) {
            return before.found();
        }
        TagGovernance found = found(state, limit);
        known = new Known(state, found);
        return found;
    }

    private TagGovernance found(State state, Bounds limit) {
        long members = identities.count();
        Map<Integer, Instant> lastTagged = changes.lastTagged();
        Map<Integer, Long> used =
                state.uses().stream().collect(Collectors.groupingBy(TagUse::tag, Collectors.counting()));
        RoaringBitmap tagged = new RoaringBitmap();
        Doubles doubles = new Doubles();
        List<TagHealth> healths = new ArrayList<>();
        List<Tag> bySize = state.tags().stream()
                .sorted(Comparator.comparingLong(Tag::members).thenComparingInt(Tag::id))
                .toList();
        for (Tag tag : bySize) {
            limit.check();
            RoaringBitmap now = carriers.of(tag.id());
            tagged.or(now);
            doubles.next(tag.id(), tag.name(), now);
            healths.add(health(
                    tag,
                    now,
                    state.day(),
                    members,
                    lastTagged.get(tag.id()),
                    used.getOrDefault(tag.id(), 0L).intValue()));
        }
        healths.sort(
                Comparator.comparingLong((TagHealth health) -> -health.tag().members())
                        .thenComparingInt(health -> health.tag().id()));
        return new TagGovernance(
                clock.instant(),
                members,
                Math.min(tagged.getLongCardinality(), members),
                healths,
                withNames(doubles.found(), state.tags(), limit));
    }

    private TagHealth health(
            Tag tag, RoaringBitmap now, LocalDate today, long members, @Nullable Instant lastTagged, int uses) {
        long all = now.getLongCardinality();
        List<Long> kept = kept(tag, now, today, lastTagged);
        List<Fault> faults = new ArrayList<>();
        if (all == 0) {
            faults.add(Fault.EMPTY);
        }
        if (uses == 0) {
            faults.add(Fault.UNUSED);
        }
        Instant half = clock.instant().minus(STALE_DAYS, ChronoUnit.DAYS);
        if (tag.createdAt().isBefore(half) && (lastTagged == null || lastTagged.isBefore(half))) {
            faults.add(Fault.STALE);
        }
        if (members > 0 && all > NEARLY_ALL * members) {
            faults.add(Fault.COVERS_ALL);
        }
        return new TagHealth(
                tag,
                members == 0 ? 0 : Math.min(1, (double) all / members),
                all - kept.get(0),
                kept.get(0) - kept.get(1),
                kept.get(1) - kept.get(2),
                kept.get(2),
                lastTagged,
                uses,
                faults);
    }

    /** How many have carried it for 30, 90, 180 days: who lost it and got it again since counts from then. */
    private List<Long> kept(Tag tag, RoaringBitmap now, LocalDate today, @Nullable Instant lastTagged) {
        if (lastTagged == null || brand.dayOf(lastTagged).isBefore(today.minusDays(STALE_DAYS))) {
            return Collections.nCopies(AGES.size(), now.getLongCardinality()); // nobody got it since
        }
        RoaringBitmap still = now.clone();
        List<Long> kept = new ArrayList<>();
        for (RoaringBitmap then :
                carriers.on(tag.id(), AGES.stream().map(today::minusDays).toList())) {
            still.and(then);
            kept.add(still.getLongCardinality());
        }
        return kept;
    }

    /** Adds pairs whose names are alike. */
    private List<DoubleTag> withNames(List<DoubleTag> byMembers, List<Tag> all, Bounds limit) {
        List<DoubleTag> found = new ArrayList<>(byMembers);
        Set<Set<Integer>> known =
                byMembers.stream().map(it -> Set.of(it.tag(), it.other())).collect(Collectors.toSet());
        List<String> names =
                all.stream().map(tag -> SimilarNames.plain(tag.name())).toList();
        for (int i = 0; i < all.size(); i++) {
            limit.check();
            for (int j = i + 1; j < all.size(); j++) {
                Tag one = all.get(i);
                Tag other = all.get(j);
                if (SimilarNames.plainAlike(names.get(i), names.get(j)) && known.add(Set.of(one.id(), other.id()))) {
                    RoaringBitmap mine = carriers.of(one.id());
                    RoaringBitmap theirs = carriers.of(other.id());
                    long both = RoaringBitmap.andCardinality(mine, theirs);
                    long either = mine.getLongCardinality() + theirs.getLongCardinality() - both;
                    found.add(Doubles.pair(one.id(), other.id(), both, either == 0 ? 0 : (double) both / either, true));
                }
            }
        }
        found.sort(Comparator.comparingDouble((DoubleTag it) -> -it.overlap()).thenComparingInt(DoubleTag::tag));
        return found;
    }
}
