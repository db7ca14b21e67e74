package io.guanxi.messaging.channel;

import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.Channel;
import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.Outgoing;
import io.guanxi.messaging.channel.SignedCalls.Called;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells another system. The call carries an idempotency key and a signature; who answers 2xx took it, and takes the same key a
 * second time for the same message.
 */
@Component
final class Webhook implements Channel.Remote {

    private final MessagingSettings.Webhook settings;
    private final SignedCalls calls;
    private final JsonMapper json;
    private final Capabilities capabilities;

    Webhook(MessagingSettings settings, SignedCalls calls, JsonMapper json) {
        this.settings = settings.webhook();
        this.calls = calls;
        this.json = json;
        this.capabilities = new Capabilities(
                false,
                new Capabilities.Limits(0, 20_000, 60_000),
                Set.of("TEXT", "PICTURE", "LINK", "MINI_PROGRAM"),
                9,
                List.of(),
                true,
                1,
                16,
                this.settings.perSecond(),
                SignedCalls.PATIENCE);
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public boolean ready() {
        return !settings.secret().isEmpty();
    }

    @Override
    public List<Outcome> send(List<Outgoing> messages) {
        return messages.stream().map(this::send).toList();
    }

    private Outcome send(Outgoing message) {
        String own = message.url();
        String url = own == null ? settings.url() : own;
        if (url.isEmpty()) {
            return new Outcome.Refused("neither the template nor GUANXI_MESSAGING_WEBHOOK_URL says where to");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("key", message.key());
        body.put("member", message.memberNo());
        body.put("text", message.text());
        body.put("category", message.category());
        body.put("origin", message.origin());
        body.put("attachments", message.attachments());
        Called called = calls.post(
                url, settings.secret(), Map.of("Idempotency-Key", message.key()), json.writeValueAsString(body));
        return switch (called) {
            case Called.Failed(var outcome) -> outcome;
            case Called.Answered answer -> SignedCalls.outcome(answer, capabilities.knowsKeys());
        };
    }
}
