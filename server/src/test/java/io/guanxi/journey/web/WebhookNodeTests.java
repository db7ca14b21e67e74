package io.guanxi.journey.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerProcess;
import io.guanxi.testing.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A journey tells another system, which fails at first. */
class WebhookNodeTests {

    private static final String SECRET = "the secret of this test";

    /** So many that some are held out and some are not. */
    private static final int MANY = 60;

    private record Told(String key, String signature, String timestamp, String body) {}

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }

    private static String journey(Caller caller, String name, String node) {
        JsonNode made = ok(caller.post("/api/journeys", """
                {"definition":{"name":"%s","entry":{"kind":"event","event":{"name":"Hook %s"}},"start":"tell","nodes":[%s]}}""".formatted(name, name, node)));
        return "/api/journeys/" + made.at("/summary/id").asLong();
    }

    @Test
    void itIsCalledSignedUntilItTakesItAndAlwaysWithTheSameKey(@TempDir Path data) throws Exception {
        List<Told> told = new CopyOnWriteArrayList<>();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/hook", exchange -> answer(exchange, told, told.isEmpty() ? 503 : 204));
        other.createContext("/gone", exchange -> answer(exchange, told, 410));
        other.start();
        String url = "http://localhost:" + other.getAddress().getPort();
        try (ServerProcess server = new ServerProcess(data)
                .with("GUANXI_MESSAGING_WEBHOOK_SECRET", SECRET)
                .with("GUANXI_MESSAGING_ALLOWPRIVATE", "true")) {
            Caller caller = Caller.at(server.start());
            String hook = journey(
                    caller,
                    "told",
                    "{\"kind\":\"webhook\",\"key\":\"tell\",\"url\":\"%s/hook\",\"values\":{\"camp\":\"7\"}}"
                            .formatted(url));
            ok(caller.post(hook + "/publish", "{\"revision\":1}"));
            ok(caller.withWriteKey(Caller.WRITE_KEY)
                    .post("/v1/track", "{\"userId\":\"hook-lin\",\"event\":\"Hook told\"}"));
            Waiting.until(() -> told.size() == 2);
            assertThat(told.getFirst().key()).isEqualTo(told.getLast().key()).startsWith("journey:");
            JsonNode body = JsonMapper.shared().readTree(told.getLast().body());
            assertThat(body.at("/values/camp").asString()).isEqualTo("7");
            assertThat(body.path("node").asString()).isEqualTo("tell");
            assertThat(told.getLast().signature()).isEqualTo(signature(told.getLast()));
            assertThat(ok(caller.get(hook + "/calls")).path("items").size()).isZero();
            assertThat(ok(caller.get(hook + "/counts")).at("/nodes/0/waiting").asInt())
                    .isZero();

            // What is refused is given up, seen, and made once more on demand.
            String gone = journey(
                    caller, "gone", "{\"kind\":\"webhook\",\"key\":\"tell\",\"url\":\"%s/gone\"}".formatted(url));
            ok(caller.post(gone + "/publish", "{\"revision\":1}"));
            ok(caller.withWriteKey(Caller.WRITE_KEY)
                    .post("/v1/track", "{\"userId\":\"hook-wu\",\"event\":\"Hook gone\"}"));
            Waiting.until(() -> ok(caller.get(gone + "/calls")).path("items").size() == 1);
            JsonNode call = ok(caller.get(gone + "/calls")).at("/items/0");
            assertThat(call.path("trouble").asString()).contains("410");
            assertThat(call.path("reason").asString()).isEqualTo("REFUSED");
            JsonNode summary = ok(caller.get(gone)).path("summary");
            assertThat(summary.path("givenUp").asInt()).isEqualTo(1);
            assertThat(summary.path("inside").asInt())
                    .as("who went on is not taken off twice")
                    .isZero();
            assertThat(ok(caller.get(gone + "/counts")).at("/nodes/0/failed").asInt())
                    .isEqualTo(1);
            assertThat(ok(caller.post(gone + "/calls/resend", "")).path("calls").asInt())
                    .isEqualTo(1);
            Waiting.until(() -> told.size() == 4);
            assertThat(told.get(2).key()).isEqualTo(told.get(3).key());

            // One by its number; what another journey gave up, or nobody, is not there to be resent.
            Waiting.until(() -> ok(caller.get(gone + "/calls")).path("items").size() == 1);
            String resend = "/calls/" + call.path("id").asLong() + "/resend";
            assertThat(caller.post(hook + resend, "").json().path("code").asString())
                    .isEqualTo("journey.call-unknown");
            ok(caller.post(gone + resend, ""));
            Waiting.until(() -> told.size() == 5);
            assertThat(told.get(4).key()).isEqualTo(told.get(2).key());

            nobodyIsToldOfWhoIsHeldOut(caller, hook, told);

            // Nobody keeps points yet, and says so.
            String points = journey(caller, "points", "{\"kind\":\"points\",\"key\":\"tell\",\"points\":5}");
            assertThat(ok(caller.get(points)).at("/faults/0/code").asString()).isEqualTo("journey.nobody-keeps-points");
        } finally {
            other.stop(0);
        }
    }

    private static void nobodyIsToldOfWhoIsHeldOut(Caller caller, String hook, List<Told> told) {
        int before = told.size();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        ok(caller.post("/api/experiments/holdout", """
                {"share": 0.2, "fromDay": "%1$s", "untilDay": "%1$s"}""".formatted(today)));
        String events = IntStream.range(0, MANY)
                .mapToObj(i -> "{\"type\":\"track\",\"userId\":\"held-%d\",\"event\":\"Hook told\"}".formatted(i))
                .collect(Collectors.joining(","));
        ok(caller.withWriteKey(Caller.WRITE_KEY).post("/v1/batch", "{\"batch\":[" + events + "]}"));
        Waiting.until(
                () -> ok(caller.get(hook + "/counts")).at("/nodes/0/arrived").asInt() == MANY + 1);
        Waiting.until(
                () -> ok(caller.get(hook + "/counts")).at("/nodes/0/waiting").asInt() == 0);
        int heldOut = ok(caller.get(hook + "/counts"))
                .at("/nodes/0/outcomes/held-out")
                .asInt();
        assertThat(heldOut).isBetween(1, MANY - 1);
        Waiting.until(() -> told.size() == before + MANY - heldOut);
        JsonNode ended = ok(caller.get(hook + "/instances?limit=100")).path("items");
        assertThat(ended.size()).as("who is held out goes on like all others").isEqualTo(MANY + 1);
        assertThat(ended.findValuesAsString("outcome")).containsOnly("completed");
    }

    private static void answer(HttpExchange exchange, List<Told> told, int status) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
        told.add(new Told(
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("X-Guanxi-Signature"),
                exchange.getRequestHeaders().getFirst("X-Guanxi-Timestamp"),
                body));
    }

    private static String signature(Told told) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "v1="
                + HexFormat.of()
                        .formatHex(
                                mac.doFinal((told.timestamp() + "." + told.body()).getBytes(StandardCharsets.UTF_8)));
    }
}
