package io.guanxi.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has said what people wrote themselves, by the road of all messages: the reach policy judges it, and nothing is said twice. */
public interface OwnWords {

    /** The variable that holds the words. */
    String VARIABLE = "words";

    /** The kind of the origin of messages that guides send from their tasks. */
    String TASK = "task";

    /**
     * {@return whether a channel is set up}
     *
     * @param channel its name
     */
    boolean ready(String channel);

    /**
     * Notes that something is to be said, in the caller's transaction.
     *
     * @param channel by which
     * @param key of the intent; a known one changes nothing
     * @param memberNo to whom
     * @param category to which caps and consents count it
     * @param origin why
     * @param words what
     */
    void say(String channel, String key, int memberNo, String category, Origin origin, String words);

    /**
     * {@return what became of messages, by their keys}
     *
     * @param keys of intents
     */
    Map<String, Became> became(Collection<String> keys);

    /**
     * What became of a message.
     *
     * @param state where it stands, e.g. {@code WAITING}, {@code SUPPRESSED}
     * @param reason why, or null
     * @param deliveredAt when it arrived, or null
     */
    record Became(
            String state, @Nullable String reason, @Nullable Instant deliveredAt) {}

    /**
     * {@return when something was last said to members, by whatever channel, by member}
     *
     * @param memberNos live members
     */
    Map<Integer, Instant> lastSaid(Collection<Integer> memberNos);
}
