package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** CSV into lake and mart: of members nobody knew, then of the same members. */
@Command(name = "import", description = "CSV into lake and mart, members new and known: rows a second.")
final class ImportCommand extends Measurement {

    @Option(names = "--rows", defaultValue = "2000000", description = "of each file; default ${DEFAULT-VALUE}")
    private long rows = 2_000_000;

    @Option(
            names = "--customers",
            defaultValue = "0",
            description = "that the known rows belong to; else a row in four has one of its own")
    private int customers;

    @Option(names = "--seed", defaultValue = "7", description = "default ${DEFAULT-VALUE}")
    private long seed = 7;

    ImportCommand(Clock clock) {
        super(clock);
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        try (ServerUnderTest server = options.start(folder)) {
            measure(server, report);
        }
    }

    private void measure(ServerUnderTest server, Report report) throws IOException, SQLException {
        int people = customers > 0 ? customers : (int) Math.max(1, rows / 4);
        Path folder = server.data();
        // Every row of its own customer: members as new as can be. Then the same people again, of another shop's
        // orders.
        Path warmUp = folder.resolve("warm-up.csv");
        Path fresh = folder.resolve("new.csv");
        Path known = folder.resolve("known.csv");
        new CsvOrders(Math.max(1, rows / 10), (int) Math.max(1, rows / 20), "w", seed).write(warmUp);
        new CsvOrders(rows, (int) rows, "n", seed + 1).write(fresh);
        CsvOrders again = new CsvOrders(rows, people, "n", seed + 2);
        again.write(known);
        try (Api api = server.api()) {
            upload(api, warmUp, "warm-up", Math.max(1, rows / 10));
            report.add(Figure.of(
                            "import of %,d CSV rows, a new member each, to lake and mart".formatted(rows),
                            rows / upload(api, fresh, "new", rows),
                            "rows/s",
                            new Target.AtLeast(150_000))
                    .beside("bare DuckDB, CSV to Parquet", rows / bare(fresh)));
            Files.delete(fresh);
            // The order numbers of one shop are not those of another.
            report.add(Figure.of(
                            "import of %,d CSV rows, %,d members known, to lake and mart".formatted(rows, people),
                            rows / upload(api, known, "known", rows),
                            "rows/s",
                            new Target.AtLeast(400_000))
                    .beside("bare DuckDB, CSV to Parquet", rows / bare(known)));
            Proof.exactlyOnce(server, Math.max(1, rows / 10) + 2 * rows);
            report.say("");
            report.say("All rows are in lake and mart exactly once.");
        }
    }

    /** Seconds from the first byte of the upload until the mart has it. */
    private static double upload(Api api, Path file, String source, long rows) throws IOException {
        long begun = System.nanoTime();
        JsonNode started =
                api.upload(file, CsvOrders.MAP.replace("order_no ", "'" + source + "-' || order_no "), source);
        JsonNode done = api.awaitDone("/api/imports/" + started.path("id").asString());
        Proof.equal("rows accepted of " + source, rows, done.path("accepted").asLong());
        api.await("/api/freshness", ImportCommand::martHasAll);
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Whether the mart has taken all that the lake has. */
    private static boolean martHasAll(JsonNode steps) {
        for (JsonNode step : steps) {
            if (step.path("step").asString().equals("MART")) {
                return step.hasNonNull("at") && step.path("lagSeconds").asDouble() == 0;
            }
        }
        throw new IllegalStateException("no step of the road is the mart: " + steps);
    }

    private static double bare(Path csv) throws SQLException, IOException {
        Path parquet = csv.resolveSibling("bare.parquet");
        try (BareDuckDb duckdb = new BareDuckDb(csv.resolveSibling("bare-spill"))) {
            return duckdb.seconds(
                    "COPY (FROM read_csv('%s')) TO '%s' (FORMAT parquet, COMPRESSION zstd)".formatted(csv, parquet));
        } finally {
            Files.deleteIfExists(parquet);
        }
    }
}
