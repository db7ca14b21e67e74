package io.guanxi.messaging.outbox;

import io.guanxi.messaging.Receipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a brand's official account tells. */
public sealed interface AccountNews {

    /**
     * What became of a message.
     *
     * @param receipt by the account's number of the message
     */
    record Reported(Receipt receipt) implements AccountNews {}

    /** What a person did. */
    sealed interface Deed extends AccountNews {
        /** {@return who, by the account's name of them} */
        String openid();

        /** {@return when, to the second} */
        Instant at();
    }

    /**
     * Follows the account.
     *
     * @param openid who
     * @param at when
     * @param scene of the code that was scanned, or null
     */
    record Followed(String openid, Instant at, @Nullable String scene) implements Deed {}

    /**
     * Scanned a code of the account, which they follow.
     *
     * @param openid who
     * @param at when
     * @param scene of the code
     */
    record Scanned(String openid, Instant at, String scene) implements Deed {}

    /**
     * Follows the account no more.
     *
     * @param openid who
     * @param at when
     */
    record Unfollowed(String openid, Instant at) implements Deed {}

    /**
     * Wrote to the account.
     *
     * @param openid who
     * @param at when
     * @param id the account's number of what was written
     * @param type {@code text}, {@code image}, {@code voice}, …
     * @param text the words, or null where it has none
     */
    record Wrote(
            String openid,
            Instant at,
            String id,
            String type,
            @Nullable String text) implements Deed {}

    /**
     * Tapped in the account's menu.
     *
     * @param openid who
     * @param at when
     * @param key of the menu's item, or the page it leads to
     */
    record Tapped(String openid, Instant at, String key) implements Deed {}
}
