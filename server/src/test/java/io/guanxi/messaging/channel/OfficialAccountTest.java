package io.guanxi.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.guanxi.messaging.Content;
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
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The official account, against a server that gives tokens and refuses what WeChat refuses. */
class OfficialAccountTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-29T00:00:00Z"));
    private final List<String> asked = new ArrayList<>();
    private int tokens;
    private String valid = "";
    private int status = 200;
    private String answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    private String noToken = "";
    private JsonNode body = JSON.createObjectNode();

    OfficialAccountTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            JsonNode said = JSON.readTree(exchange.getRequestBody().readAllBytes());
            String path = exchange.getRequestURI().getPath();
            asked.add(path.substring(path.lastIndexOf("/cgi-bin/") + 9));
            String answered;
            if (path.endsWith("/stable_token")) {
                valid = "token-" + ++tokens;
                answered =
                        noToken.isEmpty() ? "{\"access_token\":\"%s\",\"expires_in\":7200}".formatted(valid) : noToken;
            } else {
                body = said;
                answered = exchange.getRequestURI().getQuery().equals("access_token=" + valid)
                        ? answer
                        : "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}";
            }
            byte[] bytes = answered.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.endsWith("/stable_token") ? 200 : status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
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

    private OfficialAccount account(Map<String, String> more) {
        Map<String, String> named = new HashMap<>(more);
        named.put("allow-private", "true");
        named.put("official-account.app-id", "wx1");
        named.put("official-account.secret", "secret");
        named.put(
                "official-account.address",
                "http://127.0.0.1:" + server.getAddress().getPort());
        MessagingSettings settings = Settings.of(named);
        InstantSource source = now::get;
        return new OfficialAccount(
                settings,
                new SignedCalls(new WebCalls(settings), Clock.systemUTC()),
                source.withZone(ZoneOffset.UTC),
                JSON);
    }

    private static Outgoing message(String category, Content... with) {
        return new Outgoing(
                "k",
                1,
                "openid-1",
                null,
                "你好 \"<1>\"",
                List.of(with),
                new Origin("t", "1", null),
                category,
                null,
                null);
    }

    private static Outcome only(OfficialAccount account, Outgoing message) {
        return account.send(List.of(message)).getFirst();
    }

    @Test
    void wordsAreACustomerServiceMessageAndATokenServesMany() {
        OfficialAccount account = account(Map.of());

        assertThat(only(account, message("marketing"))).isEqualTo(new Outcome.Accepted(null));
        assertThat(only(account, message("service"))).isEqualTo(new Outcome.Accepted(null));

        assertThat(asked).containsExactly("stable_token", "message/custom/send", "message/custom/send");
        assertThat(body.toString())
                .isEqualTo("{\"touser\":\"openid-1\",\"msgtype\":\"text\",\"text\":{\"content\":\"你好 \\\"<1>\\\"\"}}");
    }

    @Test
    void aLinkIsACardAndAMiniProgramAWordThatOpensIt() {
        OfficialAccount account = account(Map.of());

        only(
                account,
                message("marketing", new Content.Link("https://a.example/l/1", "新品", "", "https://a.example/p.png")));
        assertThat(body.at("/news/articles/0").toString()).isEqualTo("""
                {"title":"新品","description":"你好 \\"<1>\\"","url":"https://a.example/l/1","picurl":"https://a.example/p.png"}""");

        only(account, message("marketing", new Content.MiniProgram("wx2", "pages/a?b=1&c=\"2\"", "商城", null)));
        assertThat(body.at("/text/content").asString())
                .endsWith("\n<a data-miniprogram-appid=\"wx2\""
                        + " data-miniprogram-path=\"pages/a?b=1&amp;c=&quot;2&quot;\">商城</a>");
    }

    @Test
    void aServiceMessageIsATemplateMessageWhereOneIsSet() {
        OfficialAccount account = account(Map.of(
                "official-account.template", "T1",
                "official-account.fields.thing2", "订单：{{text}}"));
        answer = "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":200228332}";

        assertThat(only(account, message("service", new Content.Link("https://a.example/l/1", "", "", null))))
                .isEqualTo(new Outcome.Accepted("200228332"));

        assertThat(asked).containsExactly("stable_token", "message/template/send");
        assertThat(body.path("template_id").asString()).isEqualTo("T1");
        assertThat(body.path("url").asString()).isEqualTo("https://a.example/l/1");
        assertThat(body.at("/data/thing2/value").asString()).isEqualTo("订单：你好 \"<1>\"");
        assertThat(body.path("client_msg_id").asString()).hasSize(32);
        String id = body.path("client_msg_id").asString();
        only(account, message("service"));
        assertThat(body.path("client_msg_id").asString())
                .as("the same at every attempt")
                .isEqualTo(id);

        only(account, message("marketing"));
        assertThat(asked).last().as("templates carry no advertising").isEqualTo("message/custom/send");
    }

    @Test
    void aTokenThatWasTakenBackIsAskedForAnewAndTheMessageSentOnce() {
        OfficialAccount account = account(Map.of());
        only(account, message("marketing"));
        valid = "another's";
        asked.clear();

        assertThat(only(account, message("marketing"))).isEqualTo(new Outcome.Accepted(null));
        assertThat(asked).containsExactly("message/custom/send", "stable_token", "message/custom/send");
    }

    @Test
    void aTokenIsRenewedBeforeItEnds() {
        OfficialAccount account = account(Map.of());
        only(account, message("marketing"));
        now.updateAndGet(it -> it.plus(Duration.ofMinutes(114)));
        only(account, message("marketing"));
        assertThat(tokens).isEqualTo(1);
        now.updateAndGet(it -> it.plus(Duration.ofMinutes(2)));
        only(account, message("marketing"));
        assertThat(tokens).isEqualTo(2);
    }

    @Test
    void withoutATokenNothingIsSentAndAllIsTriedLater() {
        noToken = "{\"errcode\":40164,\"errmsg\":\"invalid ip, not in whitelist\"}";

        OfficialAccount account = account(Map.of());
        for (int n = 0; n < 3; n++) {
            assertThat(only(account, message("marketing")))
                    .isInstanceOfSatisfying(Outcome.TryLater.class, it -> assertThat(it.detail())
                            .contains("40164", "whitelist"));
        }
        assertThat(asked).as("who comes at once does not ask again").containsExactly("stable_token");

        noToken = "";
        now.updateAndGet(it -> it.plusSeconds(6));
        assertThat(only(account, message("marketing"))).isEqualTo(new Outcome.Accepted(null));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, TryLater",
        "45009, TryLater",
        "45011, TryLater", // busy, or too many calls
        "40003, Blocked",
        "43004, Blocked", // follows no more
        "45015, Refused",
        "45047, Refused",
        "48001, Refused" // 48 hours are over, too many since, may not
    })
    void whatWeChatSaysIsWhatBecameOfIt(int code, String outcome) {
        answer = "{\"errcode\":%d,\"errmsg\":\"why\"}".formatted(code);

        Outcome became = only(account(Map.of()), message("marketing"));

        assertThat(became.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(became.toString()).contains(code + " why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "{}", "{\"errcode\":\"0\"}"})
    void anAnswerThatSaysNothingLeavesItInDoubt(String said) {
        answer = said;
        assertThat(only(account(Map.of()), message("marketing"))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void ofALongAnswerOnlyItsBeginningIsKept() {
        answer = "x".repeat(100_000);
        assertThat(only(account(Map.of()), message("marketing")))
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class, it -> assertThat(it.detail()).hasSizeLessThan(400));
    }

    @Test
    void aGatewayThatFailsLeavesItInDoubt() {
        status = 502;
        assertThat(only(account(Map.of()), message("marketing"))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void itIsReadyOnceItHasItsNumberAndSecret() {
        assertThat(account(Map.of()).ready()).isTrue();
        MessagingSettings none = Settings.of(Map.of());
        assertThat(new OfficialAccount(
                                none, new SignedCalls(new WebCalls(none), Clock.systemUTC()), Clock.systemUTC(), JSON)
                        .ready())
                .isFalse();
    }
}
