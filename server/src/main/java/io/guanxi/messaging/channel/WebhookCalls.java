package io.guanxi.messaging.channel;

import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.Webhooks;
import io.guanxi.messaging.channel.SignedCalls.Called;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls signed with the secret of the channel {@code webhook}. */
@Component
final class WebhookCalls implements Webhooks {

    private final SignedCalls calls;
    private final String secret;

    WebhookCalls(SignedCalls calls, MessagingSettings settings) {
        this.calls = calls;
        this.secret = settings.webhook().secret();
    }

    @Override
    public boolean ready() {
        return !secret.isEmpty();
    }

    @Override
    public boolean isAddress(String url) {
        return WebAddress.isPage(url);
    }

    @Override
    public Outcome call(String url, String key, String json) {
        return switch (calls.post(url, secret, Map.of("Idempotency-Key", key), json)) {
            case Called.Failed(var outcome) -> outcome;
            case Called.Answered answer -> SignedCalls.outcome(answer, true);
        };
    }
}
