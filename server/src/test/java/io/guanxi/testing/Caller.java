package io.guanxi.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Calls the server's HTTP interface. The injected one sends the API key of an administrator; {@link #with} and the other
 * methods here give callers with other credentials.
 */
public final class Caller {

    /** Password of the user {@code admin}. */
    public static final String ADMIN_PASSWORD = "the tests' own password";

    /** API key with all rights. */
    public static final String API_KEY = "the-api-key-of-the-tests";

    /** Write key of the source {@code default}. */
    public static final String WRITE_KEY = "the-write-key-of-the-tests";

    /** Secret with which the provider of text messages signs what it reports. */
    public static final String RECEIPT_SECRET = "the-receipt-secret-of-the-tests";

    /** The official account, which cannot send and tells what happens in it. */
    public static final String ACCOUNT = "wx-of-the-tests";

    /** Signs callbacks of the official account. */
    public static final String ACCOUNT_TOKEN = "the-account-token-of-the-tests";

    /** Encrypts them. */
    public static final String ACCOUNT_AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFA";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Supplier<String> address;
    private final Map<String, String> headers;

    @Autowired
    Caller(Environment environment) {
        this(
                () -> "http://localhost:" + environment.getRequiredProperty("local.server.port"),
                Map.of("Authorization", "Bearer " + API_KEY));
    }

    private Caller(Supplier<String> address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    /**
     * {@return a caller of a server in a process of its own}
     *
     * @param address where it listens
     */
    public static Caller at(String address) {
        return new Caller(() -> address, Map.of("Authorization", "Bearer " + API_KEY));
    }

    /** {@return a caller without credentials} */
    public Caller anonymous() {
        return new Caller(address, Map.of());
    }

    /**
     * {@return a caller with an API key}
     *
     * @param key the key
     */
    public Caller withApiKey(String key) {
        return anonymous().with("Authorization", "Bearer " + key);
    }

    /**
     * {@return a caller with a write key, as tracking libraries send it}
     *
     * @param key the key
     */
    public Caller withWriteKey(String key) {
        String pair = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
        return anonymous().with("Authorization", "Basic " + pair);
    }

    /**
     * {@return a caller that sends one more header}
     *
     * @param header name
     * @param value value
     */
    public Caller with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Caller(address, more);
    }

    /** {@return where the server listens, e.g. {@code http://localhost:41234}} */
    public String address() {
        return address.get();
    }

    /**
     * {@return the answer to a GET}
     *
     * @param path path and query
     */
    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), "application/json");
    }

    /**
     * {@return the answer to a POST}
     *
     * @param path path and query
     * @param json the body
     */
    public Answer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), "application/json");
    }

    /**
     * {@return the answer to a PUT}
     *
     * @param path path and query
     * @param json the body
     */
    public Answer put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), "application/json");
    }

    /**
     * {@return the answer to a PATCH}
     *
     * @param path path and query
     * @param json the body
     */
    public Answer patch(String path, String json) {
        return send("PATCH", path, BodyPublishers.ofString(json), "application/json");
    }

    /**
     * {@return the answer to a DELETE}
     *
     * @param path path and query
     */
    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), "application/json");
    }

    /**
     * {@return the answer to any request}
     *
     * @param method HTTP method
     * @param path path and query
     * @param body the body
     * @param contentType the body's type
     */
    public Answer send(String method, String path, BodyPublisher body, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .method(method, body)
                .header("Content-Type", contentType);
        headers.forEach(request::header);
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path + " was interrupted", e);
        }
    }
}
