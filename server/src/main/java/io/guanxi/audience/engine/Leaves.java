package io.guanxi.audience.engine;

import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.NormalForm;
import io.guanxi.audience.expression.Test;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Answers to leaves at one version, by normal form, and the sums behind those that were asked for last. Bounded in bytes: what
 * was not asked for longest goes first.
 */
final class Leaves {

    private static final long MOST_BYTES = 128L << 20;
    private static final long MOST_BYTES_OF_SUMS = 96L << 20;

    private final Map<String, Answered> answers = new ConcurrentHashMap<>();
    private final Map<String, Summed> summed = new ConcurrentHashMap<>();

    /** How often members did something, whatever the bounds. */
    static final class Summed {

        private final Expression.Did did;
        private final Sums sums;
        private volatile long asked = System.nanoTime();

        Summed(Expression.Did did, Sums sums) {
            this.did = did;
            this.sums = sums;
        }

        Expression.Did did() {
            return did;
        }

        Sums sums() {
            return sums;
        }
    }

    /** An answer, or the place for one: whoever holds the lock works it out, the others wait. */
    static final class Answered {

        private final Expression.Leaf leaf;
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable RoaringBitmap members;
        private volatile @Nullable RoaringBitmap holding;
        private volatile long asked = System.nanoTime();

        Answered(Expression.Leaf leaf, @Nullable RoaringBitmap members) {
            this.leaf = leaf;
            this.members = members;
        }

        Expression.Leaf leaf() {
            return leaf;
        }

        @Nullable
        RoaringBitmap members() {
            return members;
        }

        /** {@return those of the live members for whom the leaf holds; worked out once, for the live members of a version are} */
        RoaringBitmap holding(RoaringBitmap found, RoaringBitmap live) {
            RoaringBitmap known = holding;
            if (known == null) {
                known = LeafEngine.holding(leaf, found, live);
                holding = known;
            }
            return known;
        }

        void take(Limit limit) {
            limit.await(nanos -> lock.tryLock(nanos, TimeUnit.NANOSECONDS));
        }

        private long bytes() {
            RoaringBitmap found = members;
            RoaringBitmap held = holding;
            return (found == null ? 0 : found.getLongSizeInBytes())
                    + (held == null || held == found ? 0 : held.getLongSizeInBytes());
        }

        void release() {
            lock.unlock();
        }

        void fill(RoaringBitmap found) {
            members = found;
        }
    }

    /** An answer that differs from a wanted one by those whose figure lies within a range. */
    record Near(RoaringBitmap members, Test.Range difference) {}

    Answered of(String normal, Expression.Leaf leaf) {
        Answered answered = answers.computeIfAbsent(normal, _ -> new Answered(leaf, null));
        answered.asked = System.nanoTime();
        return answered;
    }

    /** {@return an answer to the same figure within another range, of which only one bound lies elsewhere: the nearest} */
    Optional<Near> near(Expression.Score wanted) {
        return answers.values().stream()
                .<Near>mapMulti((answered, taker) -> {
                    RoaringBitmap members = answered.members;
                    if (members != null
                            && answered.leaf instanceof Expression.Score score
                            && score.figure() == wanted.figure()) {
                        Test.Range difference = wanted.is().difference(score.is());
                        if (difference != null) {
                            taker.accept(new Near(members, difference));
                        }
                    }
                })
                .min(Comparator.comparingDouble(near -> near.difference().width()));
    }

    /** {@return how often members did what is asked for, if that is kept} */
    Optional<Sums> sums(Expression.Did did) {
        Summed known = summed.get(figure(did));
        if (known == null) {
            return Optional.empty();
        }
        known.asked = System.nanoTime();
        return Optional.of(known.sums);
    }

    /** Keeps sums, for as long as they are among the last that were asked for. */
    void keep(Expression.Did did, Sums sums) {
        summed.put(figure(did), new Summed(did, sums));
        trimSums();
    }

    /** Takes over sums of an earlier version, with what they are now. */
    void put(Summed earlier, Sums sums) {
        Summed now = new Summed(earlier.did, sums);
        now.asked = earlier.asked;
        summed.put(figure(earlier.did), now);
    }

    /** {@return sums that were asked for since a moment of {@link System#nanoTime}} */
    List<Summed> summedSince(long nanos) {
        return summed.values().stream()
                .filter(known -> known.asked - nanos >= 0)
                .toList();
    }

    private static String figure(Expression.Did did) {
        return NormalForm.json(
                new Expression.Did(did.event(), did.during(), did.measure(), did.property(), Test.Range.SOME));
    }

    private void trimSums() {
        List<Map.Entry<String, Summed>> byUse = summed.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().asked))
                .toList();
        long bytes = 0;
        for (Map.Entry<String, Summed> entry : byUse) {
            bytes += entry.getValue().sums.bytes();
            if (bytes > MOST_BYTES_OF_SUMS) {
                summed.remove(entry.getKey(), entry.getValue());
            }
        }
    }

    /** {@return what is answered, by normal form} */
    Map<String, Answered> answered() {
        Map<String, Answered> done = new ConcurrentHashMap<>();
        answers.forEach((normal, answer) -> {
            if (answer.members != null) {
                done.put(normal, answer);
            }
        });
        return done;
    }

    /** Takes over an answer of an earlier version, with what it is now. */
    void put(String normal, Answered earlier, RoaringBitmap members) {
        Answered answered = new Answered(earlier.leaf, members);
        answered.asked = earlier.asked;
        answers.put(normal, answered);
    }

    /** Drops what was not asked for longest until the rest fits. */
    void trim() {
        List<Map.Entry<String, Answered>> byUse = answers.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().asked))
                .toList();
        long bytes = 0;
        for (Map.Entry<String, Answered> entry : byUse) {
            bytes += entry.getValue().bytes();
            if (bytes > MOST_BYTES) {
                answers.remove(entry.getKey(), entry.getValue());
            }
        }
    }
}
