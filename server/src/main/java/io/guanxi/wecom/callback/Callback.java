package io.guanxi.wecom.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A callback of WeCom.
 *
 * @param key tells it from all others
 * @param happenedAt WeCom's time of it, to the second
 * @param event what it is about, e.g. {@code change_external_contact}
 * @param change what changed, e.g. {@code add_external_contact}; may be empty
 * @param employee whose contact, or null
 * @param externalUserid which customer, or null
 * @param chat which group chat, or null
 * @param welcomeCode by which the customer can be welcomed, or null
 */
record Callback(
        String key,
        Instant happenedAt,
        String event,
        String change,
        @Nullable String employee,
        @Nullable String externalUserid,
        @Nullable String chat,
        @Nullable String welcomeCode) {

    /**
     * {@return whether it only says that something is not as it was, and WeCom is asked how it is now}. Two such changes within a
     * second look the same; who was asked between them has missed the later one.
     */
    boolean asksAgain() {
        return event.equals("change_external_chat")
                || event.equals("change_external_tag")
                || change.equals("edit_external_contact");
    }
}
