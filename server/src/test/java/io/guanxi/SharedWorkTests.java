package io.guanxi;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Caller;
import io.guanxi.testing.CountingProvider;
import io.guanxi.testing.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server and a worker on one database, while they move a journey on and say what it says: the worker is killed by kill -9, and
 * its successor does all that is left while the server is frozen. That lasts as long as it takes, which is longer than the minute
 * for which a claim of the frozen one is its own: only then others may take its messages over. And a server alone, killed while it
 * takes events in, moves the journey on and says what it says.
 */
class SharedWorkTests {

    private static final int MEMBERS = 150;
    private static final int MESSAGES = 3 * MEMBERS;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String JOURNEY = """
            {"definition": {"name": "shared", "entry": {"kind": "api"}, "start": "hello", "nodes": [
             {"kind": "message", "key": "hello", "template": %1$d, "next": "ring"},
             {"kind": "message", "key": "ring", "template": %2$d, "next": "minute"},
             {"kind": "wait", "key": "minute", "until": {"kind": "for", "minutes": 1}, "next": "bye"},
             {"kind": "message", "key": "bye", "template": %1$d}]}}
            """;

    /** How often the server is killed that works alone. */
    private static final int KILLS = 2;

    private static final String TOLD = """
            {"definition": {"name": "killed", "entry": {"kind": "api"}, "start": "hello", "nodes": [
             {"kind": "message", "key": "hello", "template": %d, "next": "ring"},
             {"kind": "message", "key": "ring", "template": %d}]}}
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(9);

    @Test
    void nothingIsLostAndNothingIsSaidTwiceWhereOneIsKilledAndTheOtherFreezes(@TempDir Path folder) throws Exception {
        try (CountingProvider withKeys = new CountingProvider();
                CountingProvider withoutKeys = new CountingProvider();
                ServerProcess server = sending(new ServerProcess(folder.resolve("server")), withKeys, withoutKeys)) {
            String address = server.start();
            JdbcClient postgres = database(server);
            come(address, postgres);
            long journey = publish(address, JOURNEY);
            try (ServerProcess worker = worker(server, folder, withKeys, withoutKeys)) {
                worker.start();
                call(
                        address,
                        "/api/journeys/" + journey + "/entries",
                        "{\"members\": %s}".formatted(numbers(postgres)));
                await(() -> withoutKeys.messages() >= MEMBERS / 5, worker);
                worker.kill();
                await(() -> withoutKeys.messages() >= MEMBERS / 4, worker);
                worker.start();
                await(() -> withoutKeys.messages() >= MEMBERS / 3, worker);
                server.freeze();
                JdbcClient looking = postgres;
                await(() -> count(looking, "message WHERE state = 'SENT'") == MESSAGES, worker);
                server.thaw();
                assertThat(call(address, "/api/doctor", "{}").path("ok").asBoolean(false))
                        .isTrue();
                assertThat(server.stop()).isTrue();
            }
            server.start(); // its PostgreSQL may have another port now
            postgres = database(server);

            assertThat(count(postgres, "message")).as("intended").isEqualTo(MESSAGES);
            assertThat(count(postgres, "message WHERE state = 'SENT'")).isEqualTo(MESSAGES);
            assertThat(count(postgres, "inbox WHERE event = 'Message Dispatched'"))
                    .as("each noted once")
                    .isEqualTo(MESSAGES);
            assertThat(count(postgres, "journey_instance WHERE ended > 0")).isEqualTo(MEMBERS);
            assertThat(withKeys.messages()).isEqualTo(2 * MEMBERS);
            assertThat(withoutKeys.messages()).isEqualTo(MEMBERS);
            assertThat(withoutKeys.again())
                    .as("one duplicate at most for the kill and one for the freeze")
                    .isLessThanOrEqualTo(2);
            assertThat(count(postgres, "message_note WHERE kind = 'UNCERTAIN'"))
                    .as("and each of them is counted")
                    .isGreaterThanOrEqualTo(withoutKeys.again());
        }
    }

    @Test
    void nobodyHearsTheSameTwiceWhereTheServerItselfIsKilledWhileItSends(@TempDir Path folder) throws Exception {
        try (CountingProvider withKeys = new CountingProvider();
                CountingProvider withoutKeys = new CountingProvider();
                ServerProcess server = sending(new ServerProcess(folder), withKeys, withoutKeys)) {
            String address = server.start();
            come(address, database(server));
            long journey = publish(address, TOLD);
            call(
                    address,
                    "/api/journeys/" + journey + "/entries",
                    "{\"members\": %s}".formatted(numbers(database(server))));
            for (int kill = 1; kill <= KILLS; kill++) {
                int least = kill * MEMBERS / 5 + random.nextInt(MEMBERS / 10);
                await(() -> withoutKeys.messages() >= least, server);
                assertThat(withoutKeys.messages()).as("killed in the middle").isLessThan(MEMBERS);
                server.kill();
                server.start();
            }
            JdbcClient postgres = database(server);
            await(() -> count(postgres, "message WHERE state = 'SENT'") == 2 * MEMBERS, server);

            assertThat(count(postgres, "message")).as("intended").isEqualTo(2 * MEMBERS);
            assertThat(count(postgres, "inbox WHERE event = 'Message Dispatched'"))
                    .as("each noted once")
                    .isEqualTo(2 * MEMBERS);
            assertThat(withKeys.messages()).isEqualTo(MEMBERS);
            assertThat(withoutKeys.messages()).isEqualTo(MEMBERS);
            assertThat(withoutKeys.again()).as("one duplicate a kill at most").isLessThanOrEqualTo(KILLS);
            assertThat(count(postgres, "message_note WHERE kind = 'UNCERTAIN'"))
                    .as("and each of them is counted")
                    .isGreaterThanOrEqualTo(withoutKeys.again());
            assertThat(server.stop()).isTrue();
        }
    }

    private static JdbcClient database(ServerProcess server) throws IOException {
        return JdbcClient.create(new DriverManagerDataSource(server.database()));
    }

    private static ServerProcess sending(
            ServerProcess process, CountingProvider withKeys, CountingProvider withoutKeys) {
        return process.with("GUANXI_MESSAGING_ALLOWPRIVATE", "true")
                .with("GUANXI_MESSAGING_SMS_URL", withKeys.url())
                .with("GUANXI_MESSAGING_SMS_SECRET", "of the test")
                .with("GUANXI_MESSAGING_SMS_KNOWSKEYS", "true")
                .with("GUANXI_MESSAGING_SMS_PERSECOND", "100")
                .with("GUANXI_MESSAGING_PUSH_URL", withoutKeys.url())
                .with("GUANXI_MESSAGING_PUSH_SECRET", "of the test")
                .with("GUANXI_MESSAGING_PUSH_ADDRESSEDBY", "phone")
                .with("GUANXI_MESSAGING_PUSH_PERSECOND", "100");
    }

    private static ServerProcess worker(
            ServerProcess server, Path folder, CountingProvider withKeys, CountingProvider withoutKeys)
            throws IOException {
        return sending(new ServerProcess(folder.resolve("worker"), "worker"), withKeys, withoutKeys)
                .with("GUANXI_DATABASE_URL", server.database());
    }

    private void come(String address, JdbcClient postgres) throws IOException, InterruptedException {
        String batch = IntStream.range(0, MEMBERS)
                .mapToObj(n ->
                        "{\"type\":\"identify\",\"messageId\":\"m%1$d\",\"userId\":\"u%1$d\",\"traits\":{\"phone\":\"138%1$08d\"}}"
                                .formatted(n))
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
        String basic = Base64.getEncoder().encodeToString((Caller.WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8));
        send(address + "/v1/batch", batch, "Basic " + basic);
        await(() -> count(postgres, "member") == MEMBERS, null);
    }

    private long publish(String address, String definition) throws IOException, InterruptedException {
        String template = """
                {"name": "%1$s", "channel": "%1$s", "category": "service", "wording": {
                 %2$s"text": "hello", "attachments": [], "variables": []}}""";
        long sms = call(address, "/api/templates", template.formatted("sms", ""))
                .path("id")
                .asLong();
        long push = call(address, "/api/templates", template.formatted("push", "\"title\": \"hello\", "))
                .path("id")
                .asLong();
        long journey = call(address, "/api/journeys", definition.formatted(sms, push))
                .at("/summary/id")
                .asLong();
        call(address, "/api/journeys/" + journey + "/publish", "{\"revision\": 1}");
        return journey;
    }

    private static String numbers(JdbcClient postgres) {
        return postgres.sql("SELECT member_no FROM member")
                .query(Integer.class)
                .list()
                .toString();
    }

    private static int count(JdbcClient postgres, String of) {
        return postgres.sql("SELECT count(*) FROM " + of).query(Integer.class).single();
    }

    private JsonNode call(String address, String path, String json) throws IOException, InterruptedException {
        return send(address + path, json, "Bearer " + Caller.API_KEY);
    }

    private JsonNode send(String url, String json, String authorization) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Authorization", authorization)
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void await(BooleanSupplier condition, @Nullable ServerProcess process) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now())
                    .as(() -> process == null ? "it takes too long" : process.log())
                    .isBefore(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
