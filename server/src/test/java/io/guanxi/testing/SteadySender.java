package io.guanxi.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends batches without end from a few threads and remembers which events were acknowledged, through every failure. */
public final class SteadySender implements AutoCloseable {

    private static final int SENDERS = 4;
    private static final int BATCH = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong numbers = new AtomicLong();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Semaphore progress = new Semaphore(0);
    private volatile String address = "";
    private volatile boolean paused = true;
    private volatile boolean closed;

    /** A sender that waits for an address. */
    public SteadySender() {
        for (int n = 0; n < SENDERS; n++) {
            threads.execute(this::send);
        }
    }

    /**
     * Sends to a server from now on.
     *
     * @param server its address
     */
    public synchronized void sendTo(String server) {
        address = server;
        paused = false;
        notifyAll();
    }

    /** Stops sending. */
    public void pause() {
        paused = true;
    }

    /**
     * Waits until so many more events are acknowledged.
     *
     * @param events how many
     * @throws InterruptedException where the test is interrupted
     */
    public void awaitAcknowledgements(int events) throws InterruptedException {
        progress.drainPermits();
        if (!progress.tryAcquire(events, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server acknowledged too little for " + PATIENCE);
        }
    }

    /** {@return the doctor's findings} */
    public JsonNode examine(String server) throws IOException, InterruptedException {
        address = server;
        return JsonMapper.shared()
                .readTree(post("/api/doctor", "{}", "Bearer " + Caller.API_KEY).body());
    }

    /** {@return how many acknowledged events the server does not know when they are sent again} */
    public long acknowledgedButUnknown() throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>(acknowledged);
        long unknown = 0;
        for (int start = 0; start < ids.size(); start += 1000) {
            List<String> some = ids.subList(start, Math.min(start + 1000, ids.size()));
            HttpResponse<String> answer = post("/v1/batch", batch(some), basic());
            if (answer.statusCode() != 200) {
                throw new IOException("asked for known events: " + answer.body());
            }
            unknown +=
                    JsonMapper.shared().readTree(answer.body()).path("accepted").asInt();
        }
        return unknown;
    }

    private void send() {
        while (!closed) {
            if (!gate()) {
                return;
            }
            List<String> ids = new ArrayList<>();
            for (int n = 0; n < BATCH; n++) {
                ids.add("kept-" + numbers.incrementAndGet());
            }
            String server = address;
            try {
                if (post("/v1/batch", batch(ids), basic()).statusCode() == 200) {
                    acknowledged.addAll(ids);
                    progress.release(ids.size());
                }
            } catch (IOException e) {
                pauseUnlessMoved(server); // it was killed; its answer is not known
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized void pauseUnlessMoved(String server) {
        paused |= address.equals(server);
    }

    private synchronized boolean gate() {
        while (paused && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !closed;
    }

    private static String batch(List<String> ids) {
        return ids.stream()
                .map(id ->
                        "{\"type\":\"track\",\"event\":\"Kept\",\"messageId\":\"%s\",\"userId\":\"k-%d\",\"anonymousId\":\"a-%d\"}"
                                .formatted(id, Math.floorMod(id.hashCode(), 500), Math.floorMod(id.hashCode(), 500)))
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((Caller.WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String json, String authorization)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        client.shutdownNow();
    }
}
