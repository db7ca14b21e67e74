package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** From acknowledged to being in a live audience, while others send all the while. */
@Command(name = "membership", description = "Acknowledged to being in a live audience, under load.")
final class MembershipCommand extends Measurement {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    @Option(names = "--members", defaultValue = "1000000", description = "default ${DEFAULT-VALUE}")
    private int members = 1_000_000;

    @Option(names = "--events", defaultValue = "10000000", description = "default ${DEFAULT-VALUE}")
    private long events = 10_000_000;

    @Option(names = "--days", defaultValue = "90", description = "default ${DEFAULT-VALUE}")
    private int days = 90;

    @Option(names = "--seconds", defaultValue = "60", description = "of load; default ${DEFAULT-VALUE}")
    private double seconds = 60;

    @Option(names = "--rate", defaultValue = "1000", description = "events a second; default ${DEFAULT-VALUE}")
    private double rate = 1_000;

    @Option(names = "--seed", defaultValue = "7", description = "default ${DEFAULT-VALUE}")
    private long seed = 7;

    MembershipCommand(Clock clock) {
        super(clock);
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        LargeBrand brand = LargeBrand.in(folder, new LargeBrand.Size(members, events, 500, days, seed));
        try (ServerUnderTest server = options.start(folder)) {
            brand.bringIn(server);
            measure(server, report);
        }
    }

    private void measure(ServerUnderTest server, Report report) throws IOException {
        Latencies entered = new Latencies();
        TrackingLoad.Outcome outcome;
        try (Api api = server.api();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String event = "Probed " + System.nanoTime();
            long audience = api.post("/api/audiences", """
                            {"name":"%s","expression":{"kind":"did","event":{"name":"%s"},"during":{"kind":"last","days":30}}}
                            """.formatted(event, event))
                    .path("id")
                    .asLong();
            String path = "/api/audiences/" + audience;
            api.await(path, answer -> answer.path("members").isNumber());
            TrackingLoad load = new TrackingLoad(2, 50, members, seed, rate);
            Future<TrackingLoad.Outcome> sending = threads.submit(() -> load.run(server, seconds));
            for (int probe = 1; probe == 1 || !sending.isDone(); probe++) {
                entered.add(probe(server, api, path, event, probe));
            }
            outcome = sending.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        String work = "acknowledged to in a live audience, %,d members, %s events/s"
                .formatted(members, Figure.number(outcome.perSecond()));
        report.add(Figure.of(work + ", median", entered.millis(0.50) / 1000, "s"));
        report.add(Figure.of("… p95 of " + entered.count(), entered.millis(0.95) / 1000, "s", new Target.AtMost(5)));
    }

    /** One event of one more member: nanoseconds from its acknowledgement until the audience has one more. */
    private static long probe(ServerUnderTest server, Api api, String audience, String event, int probe)
            throws IOException {
        String body = "{\"event\":\"%s\",\"userId\":\"%s of %d\"}".formatted(event, event, probe);
        try (HttpConnection tracking = server.tracking()) {
            var answer = tracking.post("/v1/track", body.getBytes(StandardCharsets.UTF_8));
            long acknowledged = System.nanoTime();
            if (answer.status() != 200) {
                throw new IOException("the probe was answered " + answer.status() + ": " + answer.text());
            }
            JsonNode now = api.get(audience);
            while (now.path("members").asInt() < probe) {
                if (System.nanoTime() - acknowledged > PATIENCE_NANOS) {
                    throw new IOException("after two minutes " + now);
                }
                LockSupport.parkNanos(LOOK_NANOS);
                now = api.get(audience);
            }
            Proof.equal("members of the audience", probe, now.path("members").asLong());
            return System.nanoTime() - acknowledged;
        }
    }
}
