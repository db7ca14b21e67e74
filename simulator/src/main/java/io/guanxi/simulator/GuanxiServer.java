package io.guanxi.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running Guanxi, seen from outside: imports and runs with an API key, tracking with a write key. */
final class GuanxiServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String BOUNDARY = "guanxi-sample-brand-7f3a9c";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final JsonMapper json = JsonMapper.shared();
    private final String url;

    GuanxiServer(URI url) {
        this.url = url.toString().replaceAll("/+$", "");
    }

    /** The server refused a request; the message says what it answered. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;
        private final int status;

        Refused(int status, String answer) {
            super("the server answered " + status + ": " + answer);
            this.status = status;
        }

        /** Whether the same request may succeed a little later. */
        boolean temporary() {
            return status == 429 || status >= 500;
        }
    }

    /** Where it is. */
    String address() {
        return url;
    }

    /** What a path answers. */
    JsonNode get(String apiKey, String path) throws IOException, InterruptedException {
        return send(bearer(apiKey, path).GET());
    }

    /** Posts a JSON object. */
    JsonNode post(String apiKey, String path, String body) throws IOException, InterruptedException {
        return send(
                bearer(apiKey, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** Puts a JSON object. */
    JsonNode put(String apiKey, String path, String body) throws IOException, InterruptedException {
        return send(
                bearer(apiKey, path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    /** Hands a file over to be imported; answers the import as it stands. */
    JsonNode upload(String apiKey, Path file, String map, String source) throws IOException, InterruptedException {
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head("source", "")
                        + source
                        + head("map", "map.sql")
                        + map
                        + head("file", String.valueOf(file.getFileName()))),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return send(bearer(apiKey, "/api/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body));
    }

    /** Tracks a batch of calls, given as a JSON object with {@code batch}. */
    JsonNode track(String writeKey, String batch) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
        return send(request("/v1/batch")
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(batch)));
    }

    private static String head(String field, String fileName) {
        String type = fileName.isEmpty() ? "" : "\"; filename=\"" + fileName;
        return "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + type + "\"\r\n"
                + "Content-Type: " + (fileName.isEmpty() ? "text/plain" : "application/octet-stream")
                + "; charset=utf-8\r\n\r\n";
    }

    private HttpRequest.Builder bearer(String apiKey, String path) {
        return request(path).header("Authorization", "Bearer " + apiKey);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new Refused(response.statusCode(), response.body());
        }
        return json.readTree(response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
