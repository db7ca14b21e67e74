package io.guanxi.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a program uses it: JSON in, JSON out, files up. */
final class Api implements AutoCloseable {

    private static final String BOUNDARY = "guanxi-benchmarks-5e1b7d";
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final String key;

    Api(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    JsonNode get(String path) throws IOException {
        return send(request(path).GET());
    }

    JsonNode post(String path, String json) throws IOException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    JsonNode put(String path, String json) throws IOException {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** Hands a file over to be imported; answers the import as it stands. */
    JsonNode upload(Path file, String map, String source) throws IOException {
        return send(request("/api/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(part("source", "")
                                + source
                                + part("map", "map.sql")
                                + map
                                + part("file", String.valueOf(file.getFileName()))),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
    }

    /** Asks a path again and again until the answer is as wanted. */
    JsonNode await(String path, Predicate<JsonNode> wanted) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode answer = get(path);
        while (!wanted.test(answer)) {
            if (System.nanoTime() > end) {
                throw new IOException(path + " still answers " + answer);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            answer = get(path);
        }
        return answer;
    }

    /** Waits for an import or a run to end well. */
    JsonNode awaitDone(String path) throws IOException {
        JsonNode ended = await(path, answer -> !answer.path("state").asString().matches("WAITING|RUNNING"));
        if (!ended.path("state").asString().equals("DONE")) {
            throw new IOException(path + " ended as " + ended);
        }
        return ended;
    }

    private static String part(String field, String fileName) {
        String name = fileName.isEmpty() ? "" : "\"; filename=\"" + fileName;
        return "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + name
                + "\"\r\nContent-Type: " + (fileName.isEmpty() ? "text/plain" : "application/octet-stream")
                + "; charset=utf-8\r\n\r\n";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new IOException(response.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
