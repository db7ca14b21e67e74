package io.guanxi.experiment.design;

import io.guanxi.value.ShownValueModel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Whether somebody stays is told by what they do of their own accord. Who is treated is sent more messages than who is not; were these
 * counted, every treatment would keep everybody.
 */
@Component
public class OwnDoing {

    /** What only those do, or meet, who are sent messages. */
    private static final List<String> OF_MESSAGES = List.of(
            "Message Dispatched",
            "Message Delivered",
            "Message Failed",
            "Message Suppressed",
            "Message Read",
            "Message Replied",
            "Link Clicked");

    /** Other standard events that are not a member's own doing, or a way out. */
    private static final List<String> NEITHER = List.of(
            "Message Complained",
            "Unsubscribed",
            "Order Updated",
            "Order Refunded",
            "Order Cancelled",
            "Community Left",
            "Community Role Changed",
            "Friend Removed",
            "Account Unfollowed",
            "Invite Accepted",
            "Profile Updated",
            "Identity Linked",
            "Signed Up");

    private final ShownValueModel model;

    OwnDoing(ShownValueModel model) {
        this.model = model;
    }

    /** {@return names of all events that do not count: mere answers to what was said to somebody, what is nobody's own doing, and what the brand's value model calls passive} */
    public List<String> not() {
        SequencedSet<String> names = new LinkedHashSet<>(OF_MESSAGES);
        names.addAll(NEITHER);
        names.addAll(model.get().passive());
        return List.copyOf(names);
    }

    /**
     * {@return names of events that only those have who are sent messages: a value that counts them would be higher for being
     * reached alone}
     */
    public static List<String> ofMessages() {
        return OF_MESSAGES;
    }

    /** {@return a short text that changes with the value model by which members are judged} */
    public String judgedBy() {
        return UUID.nameUUIDFromBytes(model.get().toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
