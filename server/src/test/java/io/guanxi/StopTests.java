package io.guanxi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SIGTERM at work: the server ends in order within 15 seconds, and the next start finishes what it left. */
class StopTests {

    private static final int ROWS = 400_000;
    private static final String MAP =
            "SELECT 'stop-' || n AS event_id, 'Order Completed' AS event, ts, member AS id_card, amount FROM input";

    @Test
    void anImportAndAScoringRunAreLeftInOrderAndTakenUpAgain(@TempDir Path room) throws Exception {
        Path data = room.resolve("data");
        try (ServerProcess server = new ServerProcess(data);
                HttpClient client = HttpClient.newHttpClient()) {
            String id = beginImport(new Remote(client, server.start()), ordersIn(room));
            assertThat(server.stop()).as(server::log).isTrue();

            Remote again = new Remote(client, server.start());
            JsonNode done = again.awaitEnd("/api/imports/" + id);
            assertThat(done.path("state").asString()).as(done::toString).isEqualTo("DONE");
            assertThat(done.path("accepted").asLong() + done.path("duplicate").asLong())
                    .isEqualTo(ROWS);

            again.post("/api/runs", "{}", "application/json");
            assertThat(server.stop()).as(server::log).isTrue();

            Remote last = new Remote(client, server.start());
            String run =
                    last.post("/api/runs", "{}", "application/json").path("id").asString();
            assertThat(last.awaitEnd("/api/runs/" + run).path("state").asString())
                    .isEqualTo("DONE");
            assertThat(server.stop()).as(server::log).isTrue();
        }
        ServerProcess.Ended doctor = ServerProcess.run(data, Map.of(), "doctor", "--data", data.toString());
        assertThat(doctor.exit()).as(doctor.output()).isZero();
        assertThat(doctor.output())
                .contains("the lake holds every event once  expected " + ROWS + "  actual " + ROWS)
                .doesNotContain("FAILED");
    }

    private static Path ordersIn(Path room) throws IOException {
        StringBuilder rows = new StringBuilder("n,ts,member,amount\n");
        for (int n = 0; n < ROWS; n++) {
            rows.append("%d,2026-0%d-1%dT08:00:00Z,m-%d,%d.50\n".formatted(n, 1 + n % 9, n % 10, n % 50_000, n % 100));
        }
        return Files.writeString(room.resolve("orders.csv"), rows);
    }

    /** Answers the import's id once it works on rows. */
    private static String beginImport(Remote server, Path orders) throws IOException {
        String form = part("map", MAP) + part("source", "stop")
                + part("file\"; filename=\"orders.csv", Files.readString(orders)) + "--stop--\r\n";
        String id = server.post("/api/imports", form, "multipart/form-data; boundary=stop")
                .path("id")
                .asString();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            String state = server.get("/api/imports/" + id).path("state").asString();
            assertThat(state).isNotIn("DONE", "FAILED");
            return "RUNNING".equals(state);
        });
        return id;
    }

    private static String part(String name, String content) {
        return "--stop\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    private record Remote(HttpClient client, String address) {

        JsonNode get(String path) {
            return send(request(path).GET());
        }

        JsonNode post(String path, String body, String type) {
            return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        JsonNode awaitEnd(String path) {
            return await().atMost(Duration.ofMinutes(2)).until(() -> get(path), work -> work.path("state")
                    .asString()
                    .matches("DONE|FAILED|CANCELLED"));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(address + path))
                    .header("Authorization", "Bearer " + Caller.API_KEY);
        }

        private JsonNode send(HttpRequest.Builder request) {
            try {
                String body =
                        client.send(request.build(), BodyHandlers.ofString()).body();
                return JsonMapper.shared().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
