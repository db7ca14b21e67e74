package io.guanxi.messaging.outbox;

import io.guanxi.collect.OwnEvent;
import io.guanxi.messaging.Origin;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Events of messages. The same fact always has the same id, so it counts once however often it is reported. */
public final class Deeds {

    private static final String SOURCE = "messaging";

    private Deeds() {}

    /**
     * {@return an event}
     *
     * @param messageId of which message
     * @param fact which of its facts, e.g. {@code delivered}
     * @param event catalogue name
     * @param at when
     * @param names {@code kind:key} of the member
     * @param channel on which
     * @param templateId what was said
     * @param category the message's
     * @param origin why
     * @param more properties
     * @param json writes them
     */
    public static OwnEvent of(
            long messageId,
            String fact,
            String event,
            Instant at,
            List<String> names,
            String channel,
            long templateId,
            String category,
            Origin origin,
            Map<String, ?> more,
            JsonMapper json) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("message", messageId);
        properties.put("channel", channel);
        properties.put("template", templateId);
        properties.put("category", category);
        properties.put("origin", origin.kind() + ":" + origin.id());
        if (origin.node() != null) {
            properties.put("node", origin.node());
        }
        properties.putAll(more);
        return new OwnEvent(
                "message:" + messageId + ":" + fact,
                event,
                at,
                names,
                "message:" + messageId,
                json.writeValueAsString(properties),
                SOURCE);
    }
}
