package io.guanxi.tag.governance;

import io.guanxi.platform.Bounds;
import io.guanxi.platform.Brand;
import io.guanxi.platform.FalseDiscovery;
import io.guanxi.platform.Problem;
import io.guanxi.tag.Tag;
import io.guanxi.tag.TagCarriers;
import io.guanxi.tag.Tags;
import io.guanxi.tag.governance.TagOutcomes.Merges;
import io.guanxi.tag.governance.TagTrial.Verdict;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Tries whether tags work: tags as they were carried at the end of the split day against what happened after it. Nothing that
 * was known later enters: who got a tag afterwards counts among the others, whatever they did.
 */
@Component
public class TagTryout {

    /** How far back a split day may lie: so long the log of changes reaches. */
    public static final int LONGEST_BACK = 400;

    /** Under which a trial is refused that takes too long. */
    public static final Bounds.Codes BOUNDED =
            new Bounds.Codes("tag.too-slow", "tag.too-big", "tag.cancelled", "ask for fewer days after the split day");

    private static final double BORNE = 0.05;
    private static final double TELLING = 0.02;
    private static final double LEAST_EXPECTED = 5;

    private final Tags tags;
    private final TagCarriers carriers;
    private final TagOutcomes outcomes;
    private final Brand brand;
    private final Clock clock;
    private final Semaphore place = new Semaphore(1, true);

    TagTryout(Tags tags, TagCarriers carriers, TagOutcomes outcomes, Brand brand, Clock clock) {
        this.tags = tags;
        this.carriers = carriers;
        this.outcomes = outcomes;
        this.brand = brand;
        this.clock = clock;
    }

    private record Counted(Tag tag, @Nullable Contingency counts) {}

    /**
     * {@return whether each tag works}. One question is worked out at a time; the others wait, no longer than they may.
     *
     * @param question what is hoped for
     * @param limit how long it may take
     */
    public TagTrials of(TagQuestion question, Bounds limit) {
        LocalDate today = brand.dayOf(clock.instant());
        if (!question.splitDay().isBefore(today.minusDays(question.days()))) {
            throw Problem.badRequest(
                    "tag.period-unfinished",
                    "The outcome's " + question.days() + " days after " + question.splitDay() + " are not over yet.");
        }
        if (question.splitDay().isBefore(today.minusDays(LONGEST_BACK))) {
            throw Problem.badRequest(
                    "tag.split-too-old", "Who carried a tag is known for " + LONGEST_BACK + " days back.");
        }
        limit.await(nanos -> place.tryAcquire(nanos, TimeUnit.NANOSECONDS));
        try {
            return tried(question, limit);
        } finally {
            place.release();
        }
    }

    private TagTrials tried(TagQuestion question, Bounds limit) {
        RoaringBitmap there = outcomes.there(question, limit);
        RoaringBitmap did = RoaringBitmap.and(outcomes.did(question, limit), there);
        Merges merges = outcomes.merges(limit);
        List<Counted> counted = new ArrayList<>();
        for (Tag tag : tags.all()) {
            limit.check();
            boolean young = brand.dayOf(tag.createdAt()).isAfter(question.splitDay());
            counted.add(new Counted(tag, young ? null : counts(tag, question, merges, there, did)));
        }
        return judged(question, there.getLongCardinality(), did.getLongCardinality(), counted);
    }

    private Contingency counts(Tag tag, TagQuestion question, Merges merges, RoaringBitmap there, RoaringBitmap did) {
        RoaringBitmap carried = merges.survivors(carriers.on(tag.id(), question.splitDay()));
        carried.and(there);
        long carry = carried.getLongCardinality();
        long carryDid = RoaringBitmap.andCardinality(carried, did);
        return new Contingency(
                carry, carryDid, there.getLongCardinality() - carry, did.getLongCardinality() - carryDid);
    }

    private static TagTrials judged(TagQuestion question, long members, long did, List<Counted> counted) {
        double[] rates = FalseDiscovery.qValues(
                counted.stream().mapToDouble(TagTryout::probability).toArray());
        List<TagTrial> trials = new ArrayList<>();
        int tried = 0;
        for (int at = 0; at < rates.length; at++) {
            boolean enough = !Double.isNaN(rates[at]);
            trials.add(enough ? trial(counted.get(at), rates[at]) : untried(counted.get(at)));
            tried += enough ? 1 : 0;
        }
        trials.sort(Comparator.comparing(
                        TagTrial::informationValue, Comparator.nullsLast(Comparator.<Double>reverseOrder()))
                .thenComparing(it -> it.tag().id()));
        return new TagTrials(question, members, did, tried, trials);
    }

    /** NaN where too few are there for it to be tried. */
    private static double probability(Counted it) {
        return it.counts() != null && it.counts().leastExpected() >= LEAST_EXPECTED
                ? it.counts().probability()
                : Double.NaN;
    }

    private static TagTrial untried(Counted it) {
        Contingency counts = it.counts();
        return new TagTrial(
                it.tag(),
                counts == null ? 0 : counts.carriers(),
                counts == null ? 0 : counts.carriersRate(),
                counts == null ? 0 : counts.othersRate(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                counts == null ? Verdict.TOO_YOUNG : Verdict.TOO_FEW);
    }

    private static TagTrial trial(Counted it, double falseDiscovery) {
        Contingency counts = Objects.requireNonNull(it.counts());
        return new TagTrial(
                it.tag(),
                counts.carriers(),
                counts.carriersRate(),
                counts.othersRate(),
                counts.lift(),
                counts.liftLow(),
                counts.liftHigh(),
                counts.informationValue(),
                counts.chiSquared(),
                counts.probability(),
                falseDiscovery,
                verdict(counts, falseDiscovery));
    }

    static Verdict verdict(Contingency counts, double falseDiscovery) {
        if (falseDiscovery > BORNE) {
            return Verdict.NOTHING;
        }
        if (counts.informationValue() < TELLING) {
            return Verdict.WEAK;
        }
        return counts.lift() > 1 ? Verdict.MORE : Verdict.LESS;
    }
}
