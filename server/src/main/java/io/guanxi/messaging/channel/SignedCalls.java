package io.guanxi.messaging.channel;

import io.guanxi.messaging.Outcome;
import io.guanxi.platform.RealTime;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signed HTTP calls of providers and webhooks: no redirects, no private addresses unless allowed. */
@Component
class SignedCalls {

    /** After so long a call has ended. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_BYTES_OF_ANSWER = 1_000_000;

    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final MessagingSettings settings;
    private final Clock clock;

    SignedCalls(MessagingSettings settings, @RealTime Clock clock) {
        this.settings = settings;
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
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        URI uri = URI.create(url);
        try {
            if (!settings.allowPrivate() && !WebAddress.isPublic(uri.getHost())) {
                return new Called.Failed(new Outcome.Refused(uri.getHost()
                        + " is in this server's own network; GUANXI_MESSAGING_ALLOWPRIVATE=true allows that"));
            }
            return answered(client.sendAsync(
                    request(uri, secret, headers, body),
                    BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES_OF_ANSWER)));
        } catch (UnknownHostException never) {
            return failed(uri, never);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Called.Failed(new Outcome.Unknown("the server stops"));
        } catch (ExecutionException broken) {
            return failed(uri, broken.getCause());
        } catch (TimeoutException late) {
            return new Called.Failed(new Outcome.Unknown("no whole answer of " + uri.getHost() + " in time"));
        }
    }

    /** Waits for the whole answer, not only for its head. */
    private static Called answered(CompletableFuture<HttpResponse<String>> call)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            HttpResponse<String> answer = call.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Called.Answered(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers()
                            .firstValue("Retry-After")
                            .filter(after -> after.matches("[0-9]{1,6}"))
                            .map(after -> Duration.ofSeconds(Long.parseLong(after)))
                            .orElse(null));
        } finally {
            call.cancel(true); // ends the exchange where it is still under way
        }
    }

    private static Called failed(URI uri, @Nullable Throwable why) {
        boolean never = why instanceof ConnectException
                || why instanceof HttpConnectTimeoutException
                || why instanceof UnknownHostException
                || why instanceof SSLHandshakeException;
        return new Called.Failed(
                never
                        ? new Outcome.TryLater("cannot reach " + uri.getHost() + ": " + why, null)
                        : new Outcome.Unknown("no answer of " + uri.getHost() + ": " + why));
    }

    private HttpRequest request(URI uri, String secret, Map<String, String> headers, byte[] body) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header(Signature.TIMESTAMP, timestamp)
                .POST(BodyPublishers.ofByteArray(body));
        if (!secret.isEmpty()) {
            request.header(Signature.SIGNATURE, Signature.of(secret, timestamp, body));
        }
        headers.forEach(request::header);
        return request.build();
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

    private static String cut(String text) {
        String line = text.strip();
        return line.length() > 300 ? line.substring(0, 300) : line;
    }
}
