package io.guanxi.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A running server, spoken to over HTTP with an API key. What it refuses is thrown as a {@link Refusal}. */
final class RemoteServer implements AutoCloseable {

    private static final Duration CONNECT_WAIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_WAIT = Duration.ofMinutes(5);

    /** Money keeps its digits: 812.50 is not read as a double. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WAIT)
            .build();
    private final URI url;
    private final String key;

    RemoteServer(URI url, String key) throws Refusal {
        if (url.getHost() == null) {
            throw new Refusal("'" + url + "' is no URL of a server; one looks like http://localhost:8080");
        }
        this.url = url;
        this.key = key;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).timeout(ANSWER_WAIT).GET());
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return answer(request(path)
                .timeout(ANSWER_WAIT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** Sends a body of any length; there is no limit on how long that takes. */
    JsonNode post(String path, String contentType, BodyPublisher body) throws IOException, InterruptedException {
        return answer(request(path).header("Content-Type", contentType).POST(body));
    }

    String text(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                send(request(path).timeout(ANSWER_WAIT).GET());
        try (InputStream body = response.body()) {
            if (response.statusCode() >= 400) {
                throw refusal(response.statusCode(), body.readAllBytes());
            }
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void download(String path, Path target) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = send(request(path).GET());
        try (InputStream body = response.body()) {
            if (response.statusCode() >= 400) {
                throw refusal(response.statusCode(), body.readAllBytes());
            }
            Files.copy(body, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    URI resolve(String path) {
        return URI.create(url.toString().replaceAll("/+$", "") + path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json, application/problem+json;q=0.9, */*;q=0.1");
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = send(request);
        byte[] body;
        try (InputStream stream = response.body()) {
            body = stream.readAllBytes();
        }
        if (response.statusCode() >= 400) {
            throw refusal(response.statusCode(), body);
        }
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new Refusal(url + " does not answer as a Guanxi server does");
        }
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (ConnectException e) {
            throw new Refusal("no server answers at " + url + "; start one with ./guanxi up");
        } catch (HttpTimeoutException e) {
            throw new Refusal("the server at " + url + " does not answer in time");
        }
    }

    private Refusal refusal(int status, byte[] body) {
        String meaning = status == 401 || status == 403 ? ": the key in GUANXI_API_KEY is not accepted" : "";
        String answered = "the server answered " + status + meaning;
        try {
            return Refusal.of(json.readTree(body), answered);
        } catch (JacksonException e) {
            return new Refusal(answered); // no problem document: a proxy or another program
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
