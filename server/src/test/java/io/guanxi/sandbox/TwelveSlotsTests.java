package io.guanxi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ready journey of twelve slots, lived through for two days: by night nothing waits. */
class TwelveSlotsTests {

    private final List<String> reached = new CopyOnWriteArrayList<>();

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }

    /** WeChat, as far as an official account asks it. */
    private HttpServer weChat() throws IOException {
        HttpServer weChat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        weChat.createContext("/", exchange -> {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean token = exchange.getRequestURI().getPath().endsWith("/stable_token");
            if (!token) {
                reached.add(asked);
            }
            byte[] answer = (token ? "{\"access_token\":\"t\",\"expires_in\":7200}" : "{\"errcode\":0}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        weChat.start();
        return weChat;
    }

    /** A follower where it is six in the morning now. */
    private static int follower(Caller caller, String name) {
        Instant now = Instant.parse(ok(caller.get("/api/sandbox")).path("now").asString());
        int off = 6 - now.atOffset(ZoneOffset.UTC).getHour();
        ok(caller.withWriteKey(Caller.WRITE_KEY).post("/v1/identify", """
                        {"userId": "%1$s", "traits": {"timezone": "%2$s"},
                         "context": {"externalIds": [{"type": "openid", "id": "o-%1$s"}]}}""".formatted(
                        name, ZoneOffset.ofHours(off < -12 ? off + 24 : off).getId())));
        Waiting.until(() -> caller.get("/api/members/by/user/" + name).status() == 200);
        return caller.get("/api/members/by/user/" + name).json().path("no").asInt();
    }

    private static long ready(Caller caller) {
        for (JsonNode journey : ok(caller.get("/api/journeys")).path("items")) {
            if (journey.path("name").asString().contains("Twelve slots")) {
                return journey.path("id").asLong();
            }
        }
        return 0;
    }

    private static void liveThroughADay(Caller caller, long journey, int member) {
        ok(caller.post("/api/journeys/" + journey + "/entries", "{\"members\":[" + member + "]}"));
        ok(caller.post("/api/sandbox/advance", "{\"to\":\"DAY\"}"));
        Waiting.until(() -> !ok(caller.get("/api/sandbox")).path("advancing").asBoolean());
    }

    private static Map<String, Integer> outcomes(Caller caller, int member) {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (JsonNode message :
                ok(caller.get("/api/messages?member=" + member + "&limit=100")).path("items")) {
            outcomes.merge(
                    message.path("state").asString() + " "
                            + message.path("reason").asString(""),
                    1,
                    Integer::sum);
        }
        return outcomes;
    }

    @Test
    void twelvePiecesADayAreSaidAndByNightNothingWaits(@TempDir Path data) throws Exception {
        HttpServer weChat = weChat();
        try (ServerProcess server = new ServerProcess(data)
                .with("GUANXI_SANDBOX", "true")
                .with("GUANXI_MESSAGING_ALLOWPRIVATE", "true")
                .with("GUANXI_MESSAGING_OFFICIALACCOUNT_APPID", "wx7")
                .with("GUANXI_MESSAGING_OFFICIALACCOUNT_SECRET", "s")
                .with(
                        "GUANXI_MESSAGING_OFFICIALACCOUNT_ADDRESS",
                        "http://127.0.0.1:" + weChat.getAddress().getPort())) {
            Caller caller = Caller.at(server.start());
            Waiting.until(() -> ready(caller) > 0);
            ObjectNode draft = (ObjectNode)
                    ok(caller.get("/api/journeys/" + ready(caller))).path("definition");
            draft.set("entry", draft.objectNode().put("kind", "api"));
            long journey = ok(caller.post("/api/journeys", "{\"definition\":" + draft + "}"))
                    .at("/summary/id")
                    .asLong();
            ok(caller.post("/api/journeys/" + journey + "/publish", "{\"revision\":1}"));

            int lin = follower(caller, "lin");
            liveThroughADay(caller, journey, lin);
            assertThat(outcomes(caller, lin)).isEqualTo(Map.of("SENT ", 12));
            assertThat(reached).hasSize(12).doesNotHaveDuplicates().allMatch(it -> it.contains("o-lin"));

            // With a cap of three, the others are kept back for good and not put off from day to day.
            JsonNode policy = ok(caller.get("/api/reach-policy"));
            List<JsonNode> rules =
                    new ArrayList<>(policy.path("rules").valueStream().toList());
            rules.add(caller.get("/api/reach-policy")
                    .json()
                    .path("rules")
                    .valueStream()
                    .filter(rule -> rule.path("kind").asString().equals("FREQUENCY_CAP"))
                    .map(rule -> (JsonNode) ((ObjectNode) rule)
                            .put("name", "few")
                            .put("most", 3)
                            .put("hours", 24))
                    .map(rule -> {
                        ObjectNode applies = (ObjectNode) rule.path("applies");
                        applies.putArray("channels");
                        applies.putArray("categories").add("content");
                        applies.putArray("exceptCategories");
                        return (JsonNode) ((ObjectNode) rule).put("then", "LATER");
                    })
                    .findFirst()
                    .orElseThrow());
            ok(caller.put(
                    "/api/reach-policy",
                    "{\"version\":%d,\"rules\":%s}"
                            .formatted(policy.path("version").asInt(), rules)));
            int wu = follower(caller, "wu");
            liveThroughADay(caller, journey, wu);
            assertThat(outcomes(caller, wu)).isEqualTo(Map.of("SENT ", 3, "SUPPRESSED FREQUENCY_CAP", 9));
            assertThat(ok(caller.get("/api/messages/count?state=WAITING"))
                            .path("messages")
                            .asInt())
                    .isZero();
            assertThat(server.stop()).isTrue();
        } finally {
            weChat.stop(0);
        }
    }
}
