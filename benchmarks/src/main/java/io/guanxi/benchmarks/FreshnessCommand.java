package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From acknowledged to visible in a member's time-line, while others send all the while. */
@Command(name = "freshness", description = "Acknowledged to visible in a member's time-line, under load.")
final class FreshnessCommand extends Measurement {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    @Option(names = "--seconds", defaultValue = "40", description = "of load; default ${DEFAULT-VALUE}")
    private double seconds = 40;

    @Option(names = "--warm-up", defaultValue = "10", description = "seconds before; default ${DEFAULT-VALUE}")
    private double warmUp = 10;

    @Option(
            names = "--rate",
            defaultValue = "30000",
            description = "events a second, in batches of 500; default ${DEFAULT-VALUE}")
    private double rate = 30_000;

    @Option(
            names = "--lookers",
            defaultValue = "3",
            description = "who send an event and look for it, again and again; default ${DEFAULT-VALUE}")
    private int lookers = 3;

    @Option(names = "--members", defaultValue = "200000", description = "who act; default ${DEFAULT-VALUE}")
    private int members = 200_000;

    @Option(names = "--seed", defaultValue = "7", description = "default ${DEFAULT-VALUE}")
    private long seed = 7;

    FreshnessCommand(Clock clock) {
        super(clock);
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        try (ServerUnderTest server = options.start(folder)) {
            measure(server, report);
        }
    }

    private void measure(ServerUnderTest server, Report report) throws IOException {
        TrackingLoad load = new TrackingLoad(6, 500, members, seed, rate);
        long events = load.run(server, warmUp).events();
        Latencies visible = new Latencies();
        TrackingLoad.Outcome outcome;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<TrackingLoad.Outcome> sending = threads.submit(() -> load.run(server, seconds));
            List<Future<?>> looking = new ArrayList<>();
            for (int n = 0; n < lookers; n++) {
                int looker = n;
                looking.add(threads.submit(() -> look(server, looker, sending, visible)));
            }
            outcome = sending.get();
            for (Future<?> looker : looking) {
                looker.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        String work =
                "acknowledged to visible in a time-line, at %s events/s".formatted(Figure.number(outcome.perSecond()));
        report.add(Figure.of(work + ", median", visible.millis(0.50) / 1000, "s"));
        report.add(Figure.of("… p95 of " + visible.count(), visible.millis(0.95) / 1000, "s", new Target.AtMost(3)));
        report.add(
                Figure.of("… p99 of a request of the load", outcome.latencies().millis(0.99), "ms"));
        Proof.exactlyOnce(server, events + outcome.events() + visible.count());
    }

    private static int look(ServerUnderTest server, int looker, Future<?> load, Latencies visible) throws IOException {
        int probes = 0;
        do {
            visible.add(probe(server, "probe-" + looker + "-" + probes++));
        } while (!load.isDone());
        return probes;
    }

    /** One event of a new member: nanoseconds from its acknowledgement until the time-line shows it. */
    private static long probe(ServerUnderTest server, String user) throws IOException {
        String event = "{\"event\":\"Probed\",\"messageId\":\"%s\",\"userId\":\"%s\"}".formatted(user, user);
        try (HttpConnection tracking = server.tracking();
                HttpConnection calling = server.calling()) {
            var answer = tracking.post("/v1/track", event.getBytes(StandardCharsets.UTF_8));
            long acknowledged = System.nanoTime();
            if (answer.status() != 200) {
                throw new IOException("the probe was answered " + answer.status() + ": " + answer.text());
            }
            while (!visible(calling, user)) {
                if (System.nanoTime() - acknowledged > PATIENCE_NANOS) {
                    throw new IOException(user + " is not visible after two minutes");
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
            return System.nanoTime() - acknowledged;
        }
    }

    private static boolean visible(HttpConnection calling, String user) throws IOException {
        var member = calling.get("/api/members/by/user/" + user);
        if (member.status() != 200) {
            return false;
        }
        JsonNode found = JsonMapper.shared().readTree(member.text());
        var timeline = calling.get("/api/members/" + found.path("no").asInt() + "/timeline?limit=5");
        return timeline.status() == 200 && timeline.text().contains("Probed");
    }
}
