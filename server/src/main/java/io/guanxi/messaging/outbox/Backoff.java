package io.guanxi.messaging.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When to try again: after 5 s, 10 s, 20 s … up to 6 h, of which a random part up to a half is left out. */
final class Backoff {

    /** Tries before a message is dead. */
    static final int MOST_ATTEMPTS = 8;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(6);

    private Backoff() {}

    /**
     * {@return how long to wait}
     *
     * @param attempts made so far, from 1
     * @param asked what the provider asked for, or null
     * @param random for the jitter
     */
    static Duration after(int attempts, @Nullable Duration asked, RandomGenerator random) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        Duration whole = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        Duration jittered = Duration.ofMillis((long) (whole.toMillis() * (1 - random.nextDouble() / 2)));
        return asked != null && asked.compareTo(jittered) > 0 ? asked : jittered;
    }
}
