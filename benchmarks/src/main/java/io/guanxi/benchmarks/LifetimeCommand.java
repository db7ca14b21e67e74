package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * Lifetime value: the fit of its models to customers drawn from each of them, then to a large brand, and the prediction of everybody.
 */
@Command(
        name = "lifetime",
        description =
                "Lifetime models: fitted to customers drawn from them, and to a large brand; everybody's prediction.")
final class LifetimeCommand extends Measurement {

    @Option(
            names = "--customers",
            defaultValue = "1000000",
            description = "drawn from each model, 0 for none; default ${DEFAULT-VALUE}")
    private int customers = 1_000_000;

    @Option(
            names = "--members",
            defaultValue = "5000000",
            description = "of the brand, 0 for no brand; default ${DEFAULT-VALUE}")
    private int members = 5_000_000;

    @Option(names = "--events", defaultValue = "100000000", description = "default ${DEFAULT-VALUE}")
    private long events = 100_000_000;

    @Option(names = "--communities", defaultValue = "5000", description = "default ${DEFAULT-VALUE}")
    private int communities = 5_000;

    @Option(names = "--days", defaultValue = "180", description = "default ${DEFAULT-VALUE}")
    private int days = 180;

    @Option(names = "--calls", defaultValue = "30", description = "of each screen's; default ${DEFAULT-VALUE}")
    private int calls = 30;

    @Option(names = "--seed", defaultValue = "7", description = "default ${DEFAULT-VALUE}")
    private long seed = 7;

    LifetimeCommand(Clock clock) {
        super(clock);
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        for (DrawnCustomers.Leaving leaving : DrawnCustomers.Leaving.values()) {
            if (customers > 0) {
                drawn(folder, new DrawnCustomers(leaving, customers, seed), report);
            }
        }
        if (members == 0) {
            return;
        }
        LargeBrand brand = LargeBrand.in(folder, new LargeBrand.Size(members, events, communities, days, seed));
        try (ServerUnderTest server = options.start(folder)) {
            List<Path> missing = brand.missing();
            if (!missing.isEmpty()) {
                ScoringCommand.bringIn(server, brand, missing, events, members, report);
            }
            measure(server, brand.raw(), report);
        }
    }

    /** In a folder of its own: customers that were drawn are not the brand's. */
    private void drawn(Path folder, DrawnCustomers drawn, Report report) throws IOException {
        Path own = Files.createTempDirectory(folder, "drawn-");
        try {
            new DrawnLifetime(options, report).measure(own, drawn);
        } finally {
            ServerOptions.remove(own);
        }
    }

    private void measure(ServerUnderTest server, Path raw, Report report) throws IOException, SQLException {
        try (Api api = server.api();
                ProcessTree.Memory memory = new ProcessTree(server).watchMemory()) {
            run(api);
            // The run may have asked for a fit of its own; one that waits is answered, so this one comes after it.
            for (JsonNode fit : api.get("/api/lifetime/fits").path("items")) {
                api.await(
                        "/api/lifetime/fits/" + fit.path("id").asString(),
                        answer -> !answer.path("state").asString().matches("WAITING|RUNNING"));
            }
            JsonNode asked = api.post("/api/lifetime/fits", "{}");
            JsonNode fit =
                    api.awaitDone("/api/lifetime/fits/" + asked.path("id").asString());
            JsonNode found = fit.path("found");
            report.say("found: " + found.path("trials") + " " + found.path("orders") + " " + found.path("spend"));
            JsonNode run = run(api);
            JsonNode lifetime = api.get("/api/lifetime");
            long buyers = buyers(raw);
            Proof.equal(
                    "buyers predicted",
                    buyers,
                    lifetime.path("all").path("members").asLong());
            long inTenths = 0;
            for (JsonNode tenth : lifetime.path("alive")) {
                inTenths += tenth.path("members").asLong();
            }
            Proof.equal("buyers by their probability of being still there", buyers, inTenths);
            report.add(Figure.of(
                    "a fit of both models to %,d of %,d buyers, with everybody's prediction"
                            .formatted(found.path("orders").path("buyers").asLong(), buyers),
                    fit.path("seconds").asDouble(),
                    "s",
                    new Target.AtMost(60)));
            report.add(Figure.of(
                    "predicting %,d buyers in a scoring run".formatted(buyers),
                    run.path("figures").path("seconds").path("lifetime").asDouble(),
                    "s",
                    new Target.AtMost(15)));
            report.add(Figure.of("… peak memory, JVM and PostgreSQL", memory.jvmGiB() + memory.postgresGiB(), "GiB"));
            list(api, report);
        }
    }

    private void list(Api api, Report report) throws IOException {
        Latencies latencies = new Latencies();
        for (int n = 0; n < calls; n++) {
            long begun = System.nanoTime();
            api.get("/api/members?sort=-expectedSpend365&limit=50");
            latencies.add(System.nanoTime() - begun);
        }
        report.add(Figure.of("API, members by expected spend, p95", latencies.millis(0.95), "ms"));
    }

    private static JsonNode run(Api api) throws IOException {
        JsonNode run = api.post("/api/runs", "{}");
        return api.awaitDone("/api/runs/" + run.path("id").asString());
    }

    private static long buyers(Path raw) throws SQLException, IOException {
        try (BareDuckDb duckdb = new BareDuckDb(raw.resolve("spill"))) {
            return duckdb.number(
                    "SELECT count(DISTINCT member_no) FROM read_parquet('%s/*.parquet') WHERE event = 'Order Completed'"
                            .formatted(raw));
        }
    }
}
