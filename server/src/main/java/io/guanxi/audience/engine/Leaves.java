package io.guanxi.audience.engine;

import io.guanxi.audience.expression.Expression;
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

/** Answers to leaves at one version, by normal form. Bounded in bytes: what was not asked for longest goes first. */
final class Leaves {

    private static final long MOST_BYTES = 128L << 20;

    private final Map<String, Answered> answers = new ConcurrentHashMap<>();

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
