package io.guanxi.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message, ready to be sent.
 *
 * @param key of its intent: the same for every attempt
 * @param memberNo to whom
 * @param address where; empty for a channel without addresses. Personal data
 * @param title subject, or null
 * @param text what is said
 * @param attachments what goes with it
 * @param origin why
 * @param category the category
 * @param url where a webhook goes, or null
 * @param unsubscribe where the member says that they want no more of the channel, or null
 */
public record Outgoing(
        String key,
        int memberNo,
        String address,
        @Nullable String title,
        String text,
        List<Content> attachments,
        Origin origin,
        String category,
        @Nullable String url,
        @Nullable String unsubscribe) {

    /** Copies the attachments. */
    public Outgoing {
        attachments = List.copyOf(attachments);
    }
}
