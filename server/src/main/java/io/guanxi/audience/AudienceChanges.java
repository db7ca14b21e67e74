package io.guanxi.audience;

import java.util.function.Consumer;

/** The log of who entered and left saved audiences, for modules that react to it. */
public interface AudienceChanges {

    /**
     * Hands the changes after a consumer's offset over, in order, and moves the offset in the same transaction as the
     * consumer's effects: each change is taken exactly once, also across a crash. A new consumer begins with what comes.
     *
     * @param consumer name of who reacts, e.g. {@code journey}
     * @param most at most so many changes
     * @param reaction takes each; what it throws rolls all of them back
     * @return how many were handed over
     */
    int consume(String consumer, int most, Consumer<AudienceChange> reaction);
}
