package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The tracking API: batches, single events, and the bare COPY of the same rows. */
@Command(name = "tracking", description = "Tracking API: durable events a second, in batches and one by one.")
final class TrackingCommand extends Measurement {

    @Option(names = "--seconds", defaultValue = "20", description = "of each load; default ${DEFAULT-VALUE}")
    private double seconds = 20;

    @Option(names = "--warm-up", defaultValue = "10", description = "seconds before; default ${DEFAULT-VALUE}")
    private double warmUp = 10;

    @Option(names = "--connections", defaultValue = "6", description = "that send batches; default ${DEFAULT-VALUE}")
    private int connections = 6;

    @Option(names = "--batch", defaultValue = "500", description = "events a batch; default ${DEFAULT-VALUE}")
    private int batch = 500;

    @Option(names = "--singles", defaultValue = "64", description = "connections that send one event a request")
    private int singles = 64;

    @Option(names = "--members", defaultValue = "200000", description = "who act; default ${DEFAULT-VALUE}")
    private int members = 200_000;

    @Option(names = "--seed", defaultValue = "7", description = "default ${DEFAULT-VALUE}")
    private long seed = 7;

    TrackingCommand(Clock clock) {
        super(clock);
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        try (ServerUnderTest server = options.start(folder)) {
            measure(server, report);
        }
    }

    private void measure(ServerUnderTest server, Report report) throws IOException, SQLException {
        long events = new TrackingLoad(connections, batch, members, seed, 0)
                .run(server, warmUp)
                .events();
        events += new TrackingLoad(singles, 1, members, seed, 0)
                .run(server, warmUp / 2)
                .events();

        ProcessTree processes = new ProcessTree(server);
        ProcessTree.Processor before = processes.processor();
        TrackingLoad.Outcome batches = new TrackingLoad(connections, batch, members, seed + 1, 0).run(server, seconds);
        ProcessTree.Processor spent = processes.processor().minus(before);
        double copied = bareCopy(server.data(), batches.events());
        report.add(Figure.of(
                        "tracking, batches of " + batch + " over " + connections + " connections, durable",
                        batches.perSecond(),
                        "events/s",
                        new Target.AtLeast(30_000))
                .beside("bare COPY of the same rows", copied));
        report.add(Figure.of("… median of a request", batches.latencies().millis(0.50), "ms"));
        report.add(Figure.of("… p99 of a request", batches.latencies().millis(0.99), "ms", new Target.AtMost(250)));

        report.add(Figure.of("… processor time of the JVM", spent.jvm() * 1e6 / batches.events(), "µs/event"));
        report.add(Figure.of("… processor time of PostgreSQL", spent.postgres() * 1e6 / batches.events(), "µs/event"));

        before = processes.processor();
        TrackingLoad.Outcome one = new TrackingLoad(singles, 1, members, seed + 2, 0).run(server, seconds);
        report.add(Figure.of(
                "tracking, one event a request over " + singles + " connections, durable",
                one.perSecond(),
                "requests/s",
                new Target.AtLeast(5_000)));
        report.add(Figure.of("… median of a request", one.latencies().millis(0.50), "ms"));
        report.add(Figure.of("… p99 of a request", one.latencies().millis(0.99), "ms"));
        spent = processes.processor().minus(before);
        report.add(Figure.of("… processor time of the JVM", spent.jvm() * 1e6 / one.events(), "µs/request"));
        report.add(Figure.of("… processor time of PostgreSQL", spent.postgres() * 1e6 / one.events(), "µs/request"));

        Proof.exactlyOnce(server, events + batches.events() + one.events());
        report.say("");
        report.say(
                "All %,d acknowledged events are in inbox, lake and mart exactly once; %,d requests were told to come again."
                        .formatted(events + batches.events() + one.events(), batches.busy() + one.busy()));
    }

    /** The same rows by one COPY into a table like the inbox, by bare PostgreSQL; rows a second. */
    private static double bareCopy(Path data, long rows) throws SQLException, IOException {
        Path csv = data.resolve("bare-copy.csv");
        try (Postgres postgres = new Postgres(data)) {
            Proof.equal("rows of the inbox for the peer", rows, postgres.copyInboxTo(csv, rows));
            postgres.execute("CREATE TABLE bare_copy (LIKE inbox INCLUDING DEFAULTS INCLUDING INDEXES)");
            long begun = System.nanoTime();
            Proof.equal("rows copied by the peer", rows, postgres.copyIn("bare_copy", csv));
            double took = (System.nanoTime() - begun) / 1e9;
            postgres.execute("DROP TABLE bare_copy");
            return rows / took;
        } finally {
            Files.deleteIfExists(csv);
        }
    }
}
