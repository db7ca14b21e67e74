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

/** A large brand: imported, scored, looked at, restarted. */
@Command(name = "scoring", description = "A large brand: full scoring, its screens, its restart.")
final class ScoringCommand extends Measurement {

    @Option(names = "--members", defaultValue = "5000000", description = "default ${DEFAULT-VALUE}")
    private int members = 5_000_000;

    @Option(names = "--events", defaultValue = "100000000", description = "default ${DEFAULT-VALUE}")
    private long events = 100_000_000;

    @Option(names = "--communities", defaultValue = "5000", description = "default ${DEFAULT-VALUE}")
    private int communities = 5_000;

    @Option(names = "--days", defaultValue = "180", description = "default ${DEFAULT-VALUE}")
    private int days = 180;

    @Option(names = "--runs", defaultValue = "2", description = "the last one counts; default ${DEFAULT-VALUE}")
    private int runs = 2;

    @Option(names = "--calls", defaultValue = "60", description = "of each screen's; default ${DEFAULT-VALUE}")
    private int calls = 60;

    @Option(names = "--seed", defaultValue = "7", description = "default ${DEFAULT-VALUE}")
    private long seed = 7;

    @Option(
            names = "--prepare",
            description = "only bring in so many more days of the brand; the next call on the same --data goes on")
    private int prepare;

    ScoringCommand(Clock clock) {
        super(clock);
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        LargeBrand brand = LargeBrand.in(folder, new LargeBrand.Size(members, events, communities, days, seed));
        List<Path> missing = brand.missing();
        if (!missing.isEmpty()) {
            try (ServerUnderTest server = options.start(folder)) {
                List<Path> files =
                        missing.subList(0, prepare == 0 ? missing.size() : Math.min(prepare, missing.size()));
                bringIn(server, brand, files, events, members, report);
            }
        }
        if (brand.missing().isEmpty() && prepare == 0) {
            measure(folder, brand.raw(), report);
        }
    }

    private void measure(Path folder, Path raw, Report report) throws IOException, SQLException {
        double stopping;
        try (ServerUnderTest server = options.start(folder)) {
            score(server, raw, report);
            new Screens(server, members, calls).measure(report);
            stopping = server.stop();
        }
        report.add(Figure.of("a clean stop with that brand", stopping, "s", new Target.AtMost(15)));
        try (ServerUnderTest again = options.start(folder)) {
            report.add(
                    Figure.of("restart to ready with that brand", again.secondsToReady(), "s", new Target.AtMost(10)));
            new Screens(again, members, calls).first(report);
        }
    }

    /** Imports files of the brand, one after the other. */
    static void bringIn(
            ServerUnderTest server, LargeBrand brand, List<Path> files, long events, int members, Report report)
            throws IOException {
        String map = Files.readString(brand.raw().resolve("large.sql"));
        long begun = System.nanoTime();
        long accepted = 0;
        try (Api api = server.api()) {
            for (Path file : files) {
                JsonNode started = api.upload(file, map, "large-brand");
                accepted += api.awaitDone("/api/imports/" + started.path("id").asString())
                        .path("accepted")
                        .asLong();
                brand.isIn(file);
            }
        }
        double took = (System.nanoTime() - begun) / 1e9;
        report.add(Figure.of(
                "bringing in %,d of %,d events of %,d members, day by day".formatted(accepted, events, members),
                accepted / took,
                "rows/s"));
        if (brand.missing().isEmpty()) {
            Proof.exactlyOnce(server, events);
        }
    }

    private void score(ServerUnderTest server, Path raw, Report report) throws IOException, SQLException {
        double jvm;
        double postgres;
        double took = 0;
        try (Api api = server.api();
                ProcessTree.Memory memory = new ProcessTree(server).watchMemory()) {
            for (int n = 0; n < runs; n++) {
                long begun = System.nanoTime();
                JsonNode run = api.post("/api/runs", "{}");
                JsonNode done = api.awaitDone("/api/runs/" + run.path("id").asString());
                took = (System.nanoTime() - begun) / 1e9;
                report.say("run %d of %d: %s".formatted(n + 1, runs, done));
                Proof.equal("members scored", members, done.path("members").asLong());
            }
            jvm = memory.jvmGiB();
            postgres = memory.postgresGiB();
        }
        double bare = bareAggregation(raw);
        report.add(Figure.of(
                        "full scoring of %,d members, %,d events".formatted(members, events),
                        took,
                        "s",
                        new Target.AtMost(60))
                .beside("bare DuckDB aggregation of the raw events by member (at most 3 ×)", bare));
        report.add(Figure.of(
                "… the same aggregation by PostgreSQL at a tenth, × 10", postgresAggregation(server, raw) * 10, "s"));
        report.add(Figure.of("… peak memory, JVM and PostgreSQL", jvm + postgres, "GiB", new Target.AtMost(8)));
        report.add(Figure.of("… of which PostgreSQL", postgres, "GiB"));
    }

    private double bareAggregation(Path raw) throws IOException, SQLException {
        try (BareDuckDb duckdb = new BareDuckDb(raw.resolve("spill"))) {
            duckdb.execute("CREATE VIEW raw AS SELECT * FROM read_parquet('%s/*.parquet')".formatted(raw));
            String query = BareDuckDb.resource("aggregate-by-member.sql");
            double took = duckdb.seconds("CREATE TABLE by_member AS " + query);
            Proof.equal("members of the peer", members, duckdb.number("SELECT count(*) FROM by_member"));
            Proof.equal("events of the peer", events, duckdb.number("SELECT sum(events) FROM by_member"));
            return took;
        }
    }

    /** A tenth of the members with all their events, as a plain table. */
    private static double postgresAggregation(ServerUnderTest server, Path raw) throws IOException, SQLException {
        Path csv = raw.resolve("tenth.csv");
        try (BareDuckDb duckdb = new BareDuckDb(raw.resolve("spill"));
                Postgres postgres = new Postgres(server.data())) {
            duckdb.execute("""
                    COPY (SELECT member_no, event, ts, amount FROM read_parquet('%s/*.parquet') WHERE member_no %% 10 = 0)
                    TO '%s' (FORMAT csv, HEADER false)
                    """.formatted(raw, csv));
            postgres.execute("DROP TABLE IF EXISTS raw, by_member"); // of a run that was interrupted
            postgres.execute(
                    "CREATE UNLOGGED TABLE raw (member_no int, event text, ts timestamptz, amount numeric(18, 2))");
            postgres.copyIn("raw", csv);
            postgres.execute("ANALYZE raw");
            String query = BareDuckDb.resource("aggregate-by-member.sql");
            long begun = System.nanoTime();
            postgres.execute("CREATE UNLOGGED TABLE by_member AS " + query);
            double took = (System.nanoTime() - begun) / 1e9;
            postgres.execute("DROP TABLE raw, by_member");
            return took;
        } finally {
            Files.deleteIfExists(csv);
        }
    }
}
