package io.guanxi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {

    /** Counts its rounds; the first ones fail. */
    private static final class Counting extends Rounds {

        private final AtomicInteger begun = new AtomicInteger();
        private final CountDownLatch wanted;
        private final int failing;
        private final Duration rest;
        private final Runnable failure;

        Counting(int wanted, int failing, Duration rest) {
            this(wanted, failing, rest, () -> {
                throw new IllegalStateException("a round that fails");
            });
        }

        Counting(int wanted, int failing, Duration rest, Runnable failure) {
            super("counting", "counting failed");
            this.failure = failure;
            this.wanted = new CountDownLatch(wanted);
            this.failing = failing;
            this.rest = rest;
        }

        @Override
        protected Duration round() {
            wanted.countDown();
            if (begun.incrementAndGet() <= failing) {
                failure.run();
            }
            return rest;
        }

        void again() {
            wake();
        }

        boolean cameIn(int seconds) throws InterruptedException {
            return wanted.await(seconds, TimeUnit.SECONDS);
        }
    }

    @Test
    void aRoundFollowsTheOtherUntilTheyAreStopped() throws InterruptedException {
        Counting rounds = new Counting(3, 0, Duration.ofMillis(1));
        rounds.start();
        assertThat(rounds.cameIn(20)).isTrue();
        rounds.stop();
        int atTheEnd = rounds.begun.get();
        rounds.again();
        assertThat(rounds.isRunning()).isFalse();
        assertThat(rounds.begun).hasValue(atTheEnd);
    }

    @Test
    void aWakeEndsALongRest() throws InterruptedException {
        Counting rounds = new Counting(2, 0, Duration.ofDays(1));
        rounds.start();
        rounds.again();
        assertThat(rounds.cameIn(20)).isTrue();
        rounds.stop();
    }

    @Test
    void aRoundThatFailsIsFollowedByAnother() throws InterruptedException {
        Counting rounds = new Counting(2, 1, Duration.ofDays(1));
        rounds.start();
        assertThat(rounds.cameIn(20)).isTrue();
        rounds.stop();
    }

    @Test
    void aRoundThatRecursesTooDeepIsFollowedByAnother() throws InterruptedException {
        Counting rounds = new Counting(3, 2, Duration.ofDays(1), () -> {
            throw new StackOverflowError("too deep");
        });
        rounds.start();
        assertThat(rounds.cameIn(20)).isTrue();
        rounds.stop();
    }

    @Test
    void roundsTakeAFifthOfTheTimeAtMost() {
        assertThat(Rounds.restAfter(Duration.ofMillis(20))).isEqualTo(Duration.ofSeconds(1));
        assertThat(Rounds.restAfter(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(12));
    }
}
