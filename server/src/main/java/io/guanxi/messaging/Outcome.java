package io.guanxi.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one message that was handed to a provider. */
public sealed interface Outcome {

    /**
     * The provider took it.
     *
     * @param providerId by which its receipts name it, or null for our key
     */
    record Accepted(@Nullable String providerId) implements Outcome {}

    /**
     * The provider did not take it, and may later.
     *
     * @param detail what it said
     * @param after not before so long, or null
     */
    record TryLater(String detail, @Nullable Duration after) implements Outcome {}

    /**
     * The provider will never take it as it is.
     *
     * @param detail what it said
     */
    record Refused(String detail) implements Outcome {}

    /**
     * The provider cannot or may not reach this member any more.
     *
     * @param detail what it said
     */
    record Blocked(String detail) implements Outcome {}

    /**
     * Nobody knows: the connection ended after the message went out.
     *
     * @param detail what happened
     */
    record Unknown(String detail) implements Outcome {}
}
