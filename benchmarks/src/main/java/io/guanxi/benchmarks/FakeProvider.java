package io.guanxi.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A provider of text messages on this machine: takes batches, and remembers each key and when it came. */
final class FakeProvider implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");
    private static final byte[] TAKEN = "{}".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final Set<String> keys = new HashSet<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private long twice;
    private int before;

    /** So many messages came in one call, at so many nanoseconds. */
    private record Arrival(long nanos, int messages) {}

    FakeProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/send";
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        note(body, System.nanoTime());
        exchange.sendResponseHeaders(200, TAKEN.length);
        try (var out = exchange.getResponseBody()) {
            out.write(TAKEN);
        }
    }

    private synchronized void note(String body, long at) {
        int messages = 0;
        Matcher key = KEY.matcher(body);
        while (key.find()) {
            messages++;
            if (!keys.add(key.group(1))) {
                twice++;
            }
        }
        arrivals.add(new Arrival(at, messages));
    }

    /** From now on only what comes counts; but what came before would still have come twice. */
    synchronized void forget() {
        before = keys.size();
        arrivals.clear();
    }

    /** {@return how many different messages came} */
    synchronized long came() {
        return keys.size() - before;
    }

    /** {@return how many came again} */
    synchronized long cameTwice() {
        return twice;
    }

    /** {@return messages a second, from the first call to the last} */
    synchronized double perSecond() {
        long first = arrivals.getFirst().nanos();
        long last = arrivals.getLast().nanos();
        return came() / Math.max((last - first) / 1e9, 0.001);
    }

    /** {@return the most messages within any second} */
    synchronized long mostInASecond() {
        long most = 0;
        long within = 0;
        int begin = 0;
        for (Arrival arrival : arrivals) {
            within += arrival.messages();
            while (arrival.nanos() - arrivals.get(begin).nanos() >= 1_000_000_000L) {
                within -= arrivals.get(begin++).messages();
            }
            most = Math.max(most, within);
        }
        return most;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
