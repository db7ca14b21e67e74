package io.guanxi.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says became of a message it took.
 *
 * @param key of the message, or null where the provider gives its own id
 * @param providerId the provider's id, or null
 * @param status what
 * @param at when
 * @param detail in the provider's words, or null
 * @param text what the member answered, or, where it is delivered, what was really said; null where that is not known
 */
public record Receipt(
        @Nullable String key,
        @Nullable String providerId,
        Status status,
        Instant at,
        @Nullable String detail,
        @Nullable String text) {

    /** So much of a text is kept. */
    public static final int LONGEST_TEXT = 200;

    /**
     * A receipt that tells no text.
     *
     * @param key of the message, or null where the provider gives its own id
     * @param providerId the provider's id, or null
     * @param status what
     * @param at when
     * @param detail in the provider's words, or null
     */
    public Receipt(
            @Nullable String key, @Nullable String providerId, Status status, Instant at, @Nullable String detail) {
        this(key, providerId, status, at, detail, null);
    }

    /** What can become of a message. */
    public enum Status {
        /** It reached the member's device or mailbox. */
        DELIVERED,
        /** It was opened. */
        READ,
        /** Something in it was clicked. */
        CLICKED,
        /** The member answered. */
        REPLIED,
        /** The member complained of it, or marked it as spam: no more is said to them on the channel. */
        COMPLAINED,
        /** The member wants no more of the channel. */
        UNSUBSCRIBED,
        /** It did not reach the member. */
        FAILED,
        /** The member can or may not be reached on this channel any more. */
        BLOCKED
    }
}
