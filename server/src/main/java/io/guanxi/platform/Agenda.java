package io.guanxi.platform;

import java.time.Instant;
import java.util.Optional;

/** What a module has to do and when: a sandbox's clock is never advanced past something that is still to be done. */
public interface Agenda {

    /** Stands for "under way now". */
    Instant AT_ONCE = Instant.EPOCH;

    /** {@return what it is the agenda of, a word, e.g. {@code messages}} */
    String name();

    /** {@return when there is something to do next, {@link #AT_ONCE} while something is being done; empty where nothing waits} */
    Optional<Instant> next();
}
