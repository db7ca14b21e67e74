package io.guanxi.messaging.channel;

import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.channel.WebCalls.NotReached;
import io.guanxi.messaging.channel.WebCalls.OwnNetwork;
import io.guanxi.messaging.channel.WebCalls.WebAnswer;
import io.guanxi.platform.RealTime;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signed {@linkplain WebCalls calls} of providers and webhooks. */
@Component
class SignedCalls {

    /** After so long a call has ended. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_BYTES_OF_ANSWER = 1_000_000;

    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private static final ContentType JSON = ContentType.create("application/json");

    private final WebCalls web;
    private final Clock clock;

    SignedCalls(WebCalls web, @RealTime Clock clock) {
        this.web = web;
        this.clock = clock;
    }

    /** What a call gave. */
    sealed interface Called {
        /** An answer. */
        record Answered(int status, String body, @Nullable Duration retryAfter) implements Called {}

        /** None that says whether the other side took it; the outcome holds for all its messages. */
        record Failed(Outcome outcome) implements Called {}
    }

    Called post(String url, String secret, Map<String, String> headers, String text) {
        URI uri = URI.create(url);
        try {
            WebAnswer answer = web.call(
                    request(uri, secret, headers, text.getBytes(StandardCharsets.UTF_8)),
                    PATIENCE,
                    MOST_BYTES_OF_ANSWER);
            return new Called.Answered(
                    answer.status(), new String(answer.body(), StandardCharsets.UTF_8), after(answer.retryAfter()));
        } catch (OwnNetwork inside) {
            return new Called.Failed(
                    new Outcome.Refused(inside.getMessage() + "; GUANXI_MESSAGING_ALLOWPRIVATE=true allows that"));
        } catch (NotReached never) {
            return new Called.Failed(new Outcome.TryLater(String.valueOf(never.getMessage()), null));
        } catch (IOException broken) {
            return new Called.Failed(new Outcome.Unknown("no answer of " + uri.getHost() + ": " + broken));
        } catch (TimeoutException late) {
            return new Called.Failed(new Outcome.Unknown("no whole answer of " + uri.getHost() + " in time"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Called.Failed(new Outcome.Unknown("the server stops"));
        }
    }

    private static @Nullable Duration after(@Nullable String seconds) {
        return seconds != null && seconds.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    private HttpPost request(URI uri, String secret, Map<String, String> headers, byte[] body) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpPost request = new HttpPost(uri);
        request.setEntity(new ByteArrayEntity(body, JSON));
        request.setHeader(Signature.TIMESTAMP, timestamp);
        if (!secret.isEmpty()) {
            request.setHeader(Signature.SIGNATURE, Signature.of(secret, timestamp, body));
        }
        headers.forEach(request::setHeader);
        return request;
    }

    /**
     * {@return what a status says of the messages of a call}. A server or a gateway that failed on its way may have taken them:
     * only the provider's knowing their keys makes it safe to ask again.
     *
     * @param answer the answer
     * @param knowsKeys whether the provider takes a message whose key it has seen for the same one
     */
    static Outcome outcome(Called.Answered answer, boolean knowsKeys) {
        String detail = "HTTP " + answer.status() + (answer.body().isBlank() ? "" : ": " + cut(answer.body()));
        int status = answer.status();
        if (status / 100 == 2) {
            return new Outcome.Accepted(null);
        }
        boolean failed = status == TIMED_OUT || status >= 500;
        if (status == TOO_MANY || status == UNAVAILABLE || (failed && knowsKeys)) {
            return new Outcome.TryLater(detail, answer.retryAfter());
        }
        return failed ? new Outcome.Unknown(detail) : new Outcome.Refused(detail);
    }

    /** {@return so much of an answer as a person reads} */
    static String cut(String text) {
        String line = text.strip();
        return line.length() > 300 ? line.substring(0, 300) : line;
    }
}
