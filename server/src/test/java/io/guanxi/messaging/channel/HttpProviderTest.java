package io.guanxi.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.Outgoing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Providers over HTTP, against a real server. */
class HttpProviderTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private int status = 200;
    private String answer = "{}";
    private String body = "";
    private boolean signed;
    private int promised;

    HttpProviderTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] said = exchange.getRequestBody().readAllBytes();
            body = new String(said, StandardCharsets.UTF_8);
            signed = Signature.fits(
                    "secret",
                    exchange.getRequestHeaders().getFirst(Signature.TIMESTAMP),
                    exchange.getRequestHeaders().getFirst(Signature.SIGNATURE),
                    said,
                    Instant.now());
            exchange.getResponseHeaders().set("Retry-After", "30");
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, Math.max(promised, bytes.length));
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            if (promised == 0) {
                exchange.close();
            }
        });
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpProvider provider(boolean allowPrivate) {
        return provider(allowPrivate, true);
    }

    private HttpProvider provider(boolean allowPrivate, boolean knowsKeys) {
        MessagingSettings settings = Settings.of(Map.of(
                "allow-private",
                Boolean.toString(allowPrivate),
                "sms.url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/send",
                "sms.secret",
                "secret",
                "sms.knows-keys",
                Boolean.toString(knowsKeys)));
        return new HttpProvider(
                "sms",
                settings.sms(),
                false,
                List.of("phone"),
                new SignedCalls(new WebCalls(settings), Clock.systemUTC()),
                JSON);
    }

    private static Outgoing message(String key, String text) {
        return new Outgoing(
                key, 1, "13800000000", null, text, List.of(), new Origin("test", "1", null), "service", null, null);
    }

    @Test
    void aCallIsSignedAndItsWordsAreEscaped() {
        List<Outcome> outcomes = provider(true).send(List.of(message("a", "say \"{{to}}\"\n"), message("b", "two")));

        assertThat(outcomes).containsExactly(new Outcome.Accepted(null), new Outcome.Accepted(null));
        assertThat(signed).isTrue();
        JsonNode sent = JSON.readTree(body).path("messages");
        assertThat(sent.path(0).path("text").asString()).isEqualTo("say \"{{to}}\"\n");
        assertThat(sent.path(1).path("key").asString()).isEqualTo("b");
    }

    @Test
    void aProviderAnswersForEachMessage() {
        answer = """
                {"results": [{"key": "b", "status": "blocked", "error": "unsubscribed"}, {"key": "a", "id": "p1"},
                             {"key": "c", "status": "refused", "error": "words"}, {"key": "d", "status": "later"}]}
                """;

        assertThat(provider(true)
                        .send(List.of(message("a", "x"), message("b", "x"), message("c", "x"), message("d", "x"))))
                .containsExactly(
                        new Outcome.Accepted("p1"),
                        new Outcome.Blocked("unsubscribed"),
                        new Outcome.Refused("words"),
                        new Outcome.TryLater("", null));
    }

    @Test
    void trouble5xxAnd429AreForNowAnd4xxForGood() {
        status = 500;
        assertThat(provider(true).send(List.of(message("a", "x"))).getFirst())
                .isEqualTo(new Outcome.TryLater("HTTP 500: {}", Duration.ofSeconds(30)));
        status = 429;
        assertThat(provider(true).send(List.of(message("a", "x"))).getFirst()).isInstanceOf(Outcome.TryLater.class);
        status = 400;
        assertThat(provider(true).send(List.of(message("a", "x"))).getFirst()).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 504})
    void whatItMayHaveTakenIsUnknownWhereItKnowsNoKeys(int failed) {
        status = failed;

        assertThat(provider(true, false).send(List.of(message("a", "x"))).getFirst())
                .isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void whatItSurelyDidNotTakeIsForLater(int busy) {
        status = busy;

        assertThat(provider(true, false).send(List.of(message("a", "x"))).getFirst())
                .isInstanceOf(Outcome.TryLater.class);
    }

    @Test
    void ofWhatItsResultsLeaveOutNobodyKnows() {
        answer = """
                {"results": [{"key": "a", "id": "p1"}, {"key": "b", "status": "queued"}]}
                """;

        assertThat(provider(true).send(List.of(message("a", "x"), message("b", "x"), message("c", "x"))))
                .extracting(Outcome::getClass)
                .containsExactly(Outcome.Accepted.class, Outcome.Unknown.class, Outcome.Unknown.class);
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        answer = "x".repeat(1_000_001);

        assertThat(provider(true).send(List.of(message("a", "x"))).getFirst()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() {
        promised = 1_000;
        long begin = System.nanoTime();

        assertThat(provider(true).send(List.of(message("a", "x"))).getFirst()).isInstanceOf(Outcome.Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(SignedCalls.PATIENCE, SignedCalls.PATIENCE.plusSeconds(5));
    }

    @Test
    void itsOwnNetworkIsNotCalledUnlessAllowed() {
        assertThat(provider(false).send(List.of(message("a", "x"))).getFirst()).isInstanceOf(Outcome.Refused.class);
        assertThat(body).isEmpty();
    }

    @Test
    void nobodyThereMeansLater() {
        HttpProvider provider = provider(true);
        server.stop(0);

        assertThat(provider.send(List.of(message("a", "x"))).getFirst()).isInstanceOf(Outcome.TryLater.class);
    }
}
