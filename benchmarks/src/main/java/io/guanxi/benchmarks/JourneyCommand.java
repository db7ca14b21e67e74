package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Journeys: letting an audience in, moving all of it on, keeping time with many waiting, and answering events. */
@Command(name = "journey", description = "Journeys: enrolment, steps a second, timers, and events to messages.")
final class JourneyCommand extends Measurement {

    private static final String MAP = """
            SELECT 'Identified' AS event, 'identify' AS type, DATE '2026-01-01' AS ts, phone AS id_phone, plan AS trait_plan,
                   phone AS event_id
            FROM input
            """;

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(20);

    @Option(names = "--members", defaultValue = "1000000", description = "who enter; default ${DEFAULT-VALUE}")
    private int members = 1_000_000;

    @Option(names = "--rounds", defaultValue = "3", description = "steps of each of them; default ${DEFAULT-VALUE}")
    private int rounds = 3;

    @Option(names = "--waiting", defaultValue = "5000000", description = "instances; default ${DEFAULT-VALUE}")
    private int waiting = 5_000_000;

    @Option(names = "--rate", defaultValue = "1000", description = "timers due a second; default ${DEFAULT-VALUE}")
    private int rate = 1_000;

    @Option(names = "--seconds", defaultValue = "30", description = "of timers, and of load; default ${DEFAULT-VALUE}")
    private int seconds = 30;

    @Option(names = "--processes", defaultValue = "2000", description = "of Flowable; default ${DEFAULT-VALUE}")
    private int processes = 2_000;

    JourneyCommand(Clock clock) {
        super(clock);
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        try (ServerUnderTest server = options.start(folder)) {
            measure(server, report);
        }
    }

    private void measure(ServerUnderTest server, Report report) throws Exception {
        try (Api api = server.api();
                Postgres postgres = new Postgres(server.data())) {
            members(api, server.data().resolve("members.csv"));
            BenchmarkJourneys journeys = new BenchmarkJourneys(api);
            long journey = journeys.loop("steps", "{\"kind\": \"api\"}");
            enrol(api, postgres, journey, everyone(api), report);
            double steps = steps(server, postgres, journey, report);
            journeys.stop(journey);
            timers(postgres, journeys.loop("timers", "{\"kind\": \"api\"}"), report);
            events(server, postgres, journeys, report);
            flowable(postgres, steps, report);
            report.say("");
            report.say("Everybody entered once, and each step intended its message once.");
        }
    }

    private void enrol(Api api, Postgres postgres, long journey, long audience, Report report)
            throws IOException, SQLException {
        long begun = System.nanoTime();
        String entries = "/api/journeys/" + journey + "/entries";
        long enrolment =
                api.post(entries, "{\"audience\": " + audience + "}").path("id").asLong();
        long entered = api.awaitDone("/api/journeys/" + journey + "/enrolments/" + enrolment)
                .path("entered")
                .asLong();
        double in = seconds(begun);
        awaitRest(postgres, journey);
        report.add(Figure.of("letting an audience of %,d in".formatted(members), in, "s", new Target.AtMost(60)));
        report.add(Figure.of("… until all of it stands at the first wait", seconds(begun), "s"));
        Proof.equal("entered", members, entered);
        Proof.equal("instances", members, postgres.number("SELECT count(*) FROM journey_instance"));
    }

    /** Lets all waits be over at once, some times, and looks how long it takes until all wait again. */
    private double steps(ServerUnderTest server, Postgres postgres, long journey, Report report) throws SQLException {
        ProcessTree processes = new ProcessTree(server);
        double took = 0;
        ProcessTree.Processor spent = new ProcessTree.Processor(0, 0);
        for (int round = 0; round < rounds; round++) {
            postgres.execute("UPDATE journey_instance SET due_at = now() WHERE journey_id = " + journey);
            ProcessTree.Processor before = processes.processor();
            long begun = System.nanoTime();
            awaitRest(postgres, journey);
            took += seconds(begun);
            spent = spent.plus(processes.processor().minus(before));
        }
        double steps = (double) members * rounds;
        report.add(Figure.of(
                "instance steps: wait ends, branch, message intent, next wait",
                steps / took,
                "steps/s",
                new Target.AtLeast(20_000)));
        report.add(Figure.of("… processor time of the JVM", spent.jvm() * 1e6 / steps, "µs/step"));
        report.add(Figure.of("… processor time of PostgreSQL", spent.postgres() * 1e6 / steps, "µs/step"));
        Proof.equal("messages", (long) steps, postgres.number("SELECT count(*) FROM message"));
        Proof.equal("steps of history", 3 * (long) steps, postgres.number("SELECT count(*) FROM journey_history"));
        return steps / took;
    }

    /** Many wait for a month; some of them are then due soon, one after the other. */
    private void timers(Postgres postgres, long journey, Report report) throws SQLException {
        int due = Math.min(waiting, rate * seconds);
        postgres.execute("""
                INSERT INTO journey_instance (entered_at, due_at, journey_id, version_id, node, member_no, arriving, key)
                SELECT now(), now() + interval '30 days', j.id, j.version_id, w.id, m.member_no, FALSE, 'timer ' || n
                FROM generate_series(0, %d) n
                JOIN (SELECT member_no, row_number() OVER () - 1 AS place FROM member) m ON m.place = n %% %d
                CROSS JOIN journey j JOIN journey_node w ON w.version_id = j.version_id AND w.key = 'wait'
                WHERE j.id = %d
                """.formatted(waiting - 1, members, journey));
        postgres.execute("""
                UPDATE journey_instance SET due_at = clock_timestamp() + interval '10 s'
                    + make_interval(secs => substr(key, length('timer ') + 1)::integer / %d.0)
                WHERE journey_id = %d AND substr(key, length('timer ') + 1)::integer < %d
                """.formatted(rate, journey, due));
        awaitRest(postgres, journey, Duration.ofHours(1));
        Proof.equal(
                "messages of timers",
                due,
                postgres.number("SELECT count(*) FROM message WHERE origin_id = '%d'".formatted(journey)));
        report.add(Figure.of(
                "timers due with %,d instances waiting, %,d a second: late at p99".formatted(waiting, rate),
                postgres.decimal("""
                        SELECT percentile_disc(0.99) WITHIN GROUP (
                            ORDER BY extract(epoch FROM created_at) - split_part(key, ':', 5)::numeric / 1000)
                        FROM message WHERE origin_id = '%d'
                        """.formatted(journey)),
                "s",
                new Target.AtMost(2)));
    }

    /** Members do what lets them in, one after the other, while others do other things. */
    private void events(ServerUnderTest server, Postgres postgres, BenchmarkJourneys journeys, Report report)
            throws Exception {
        String event = "Probed " + System.nanoTime();
        long journey = journeys.welcome("events", event);
        long before = postgres.number("SELECT max(id) FROM message");
        Latencies latencies = new Latencies();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpConnection tracking = server.tracking()) {
            TrackingLoad load = new TrackingLoad(2, 50, members, 7, 1_000);
            Future<TrackingLoad.Outcome> sending = threads.submit(() -> load.run(server, seconds));
            for (int probe = 1; probe == 1 || !sending.isDone(); probe++) {
                String body = "{\"event\":\"%s\",\"userId\":\"%s of %d\"}".formatted(event, event, probe);
                var answer = tracking.post("/v1/track", body.getBytes(StandardCharsets.UTF_8));
                Proof.equal("answer", 200, answer.status());
                long acknowledged = System.nanoTime();
                awaitNumber(
                        postgres,
                        probe,
                        "SELECT count(*) FROM message WHERE id > %d AND origin_id = '%d'".formatted(before, journey));
                latencies.add(System.nanoTime() - acknowledged);
            }
            sending.get();
        }
        report.add(Figure.of("event acknowledged to its message in the outbox, median", latencies.millis(0.5), "ms"));
        report.add(
                Figure.of("… p95 of " + latencies.count(), latencies.millis(0.95) / 1000, "s", new Target.AtMost(3)));
    }

    private void flowable(Postgres postgres, double steps, Report report)
            throws SQLException, InterruptedException, ExecutionException {
        try (FlowableTimers flowable = new FlowableTimers(postgres)) {
            FlowableTimers.Rates rates = flowable.measure(processes);
            report.add(Figure.of("instance steps, as above", steps, "steps/s")
                    .beside("Flowable, five timers in each of %,d processes".formatted(processes), rates.steps()));
            report.add(Figure.of("… Flowable starts", rates.starts(), "processes/s"));
        }
    }

    private long everyone(Api api) throws IOException {
        long audience = api.post("/api/audiences", "{\"name\": \"everyone\", \"expression\": {\"kind\": \"everyone\"}}")
                .path("id")
                .asLong();
        // The mart may take who has just come a moment later.
        api.await("/api/audiences/" + audience, answer -> answer.path("members").asLong() == members);
        return audience;
    }

    private void members(Api api, Path csv) throws IOException {
        try (var out = Files.newBufferedWriter(csv)) {
            out.write("phone,plan\n");
            for (int n = 0; n < members; n++) {
                out.write("138%08d,%s%n".formatted(n, n % 2 == 0 ? "gold" : "plain"));
            }
        }
        String id = api.upload(csv, MAP, "members").path("id").asString();
        long accepted = api.awaitDone("/api/imports/" + id).path("accepted").asLong();
        Proof.equal("members", members, accepted);
        Files.delete(csv);
    }

    /** Waits until nothing of a journey is due. */
    private static void awaitRest(Postgres postgres, long journey) throws SQLException {
        awaitRest(postgres, journey, Duration.ZERO);
    }

    /** Waits until nothing of a journey is due within some time. */
    private static void awaitRest(Postgres postgres, long journey, Duration within) throws SQLException {
        awaitNumber(postgres, 0, """
                SELECT count(*) FROM (SELECT FROM journey_instance
                                      WHERE journey_id = %d AND due_at <= now() + interval '%d s'
                                      ORDER BY due_at LIMIT 1) due""".formatted(journey, within.toSeconds()));
    }

    private static void awaitNumber(Postgres postgres, long wanted, String query) throws SQLException {
        long begun = System.nanoTime();
        while (postgres.number(query) != wanted) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IllegalStateException("after 20 minutes not " + wanted + ": " + query);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
