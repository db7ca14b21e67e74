package io.guanxi.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A provider of messages outside of all servers: takes them, a little slowly, and counts how often each key came. */
public final class CountingProvider implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");
    private static final byte[] TAKEN = "{}".getBytes(StandardCharsets.UTF_8);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

    private final HttpServer server;
    private final Map<String, Integer> arrivals = new ConcurrentHashMap<>();

    /** Starts it on a free port. */
    public CountingProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** {@return where it is called} */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/send";
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher key = KEY.matcher(body);
        while (key.find()) {
            arrivals.merge(key.group(1), 1, Integer::sum);
        }
        LockSupport.parkNanos(PAUSE_NANOS); // what dies here dies between the acceptance and the note of it
        exchange.sendResponseHeaders(200, TAKEN.length);
        try (var out = exchange.getResponseBody()) {
            out.write(TAKEN);
        }
    }

    /** {@return how many different messages came} */
    public int messages() {
        return arrivals.size();
    }

    /** {@return how many came again} */
    public int again() {
        return arrivals.values().stream().mapToInt(times -> times - 1).sum();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
