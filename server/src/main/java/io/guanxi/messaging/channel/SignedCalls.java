package io.guanxi.messaging.channel;

import io.guanxi.messaging.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signed HTTP calls of providers and webhooks: no redirects, no private addresses unless allowed. */
@Component
class SignedCalls {

    /** After so long a call has ended. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_OF_ANSWER = 1_000_000;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final MessagingSettings settings;
    private final Clock clock;

    SignedCalls(MessagingSettings settings, Clock clock) {
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

    Called post(String url, String secret, Map<String, String> headers, String body) {
        URI uri = URI.create(url);
        try {
            if (!settings.allowPrivate() && !WebAddress.isPublic(uri.getHost())) {
                return new Called.Failed(new Outcome.Refused(uri.getHost()
                        + " is in this server's own network; GUANXI_MESSAGING_ALLOWPRIVATE=true allows that"));
            }
            HttpResponse<String> answer = client.send(request(uri, secret, headers, body), BodyHandlers.ofString());
            String said = answer.body();
            return new Called.Answered(
                    answer.statusCode(),
                    said.length() > MOST_OF_ANSWER ? said.substring(0, MOST_OF_ANSWER) : said,
                    answer.headers()
                            .firstValue("Retry-After")
                            .filter(after -> after.matches("[0-9]{1,6}"))
                            .map(after -> Duration.ofSeconds(Long.parseLong(after)))
                            .orElse(null));
        } catch (ConnectException | HttpConnectTimeoutException | UnknownHostException never) {
            return new Called.Failed(new Outcome.TryLater("cannot reach " + uri.getHost() + ": " + never, null));
        } catch (IOException broken) {
            return new Called.Failed(new Outcome.Unknown("no answer of " + uri.getHost() + ": " + broken));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Called.Failed(new Outcome.Unknown("the server stops"));
        }
    }

    private HttpRequest request(URI uri, String secret, Map<String, String> headers, String body) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(Signature.TIMESTAMP, timestamp)
                .POST(BodyPublishers.ofString(body));
        if (!secret.isEmpty()) {
            request.header(Signature.SIGNATURE, Signature.of(secret, timestamp, body));
        }
        headers.forEach(request::header);
        return request.build();
    }

    /** {@return what a status says of the messages of a call that was not taken} */
    static Outcome outcome(Called.Answered answer) {
        String detail = "HTTP " + answer.status() + (answer.body().isBlank() ? "" : ": " + cut(answer.body()));
        if (answer.status() / 100 == 2) {
            return new Outcome.Accepted(null);
        }
        boolean later = answer.status() == 408 || answer.status() == 429 || answer.status() >= 500;
        return later ? new Outcome.TryLater(detail, answer.retryAfter()) : new Outcome.Refused(detail);
    }

    private static String cut(String text) {
        String line = text.strip();
        return line.length() > 300 ? line.substring(0, 300) : line;
    }
}
