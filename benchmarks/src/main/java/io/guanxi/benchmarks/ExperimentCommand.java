package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** An experiment that a whole brand is in: exposing everybody, its report over all events, opening that again. */
@Command(
        name = "experiment",
        description = "An experiment a large brand is in: exposing, the report, opening it again.")
final class ExperimentCommand extends Measurement {

    private static final int AT_ONCE = 100_000;
    private static final int WINDOW = 14;

    /** What a large brand has of what is not its members' own doing. */
    private static final String NOT_OWN = "('Order Refunded', 'Invite Accepted', 'Signed Up')";

    @Option(names = "--members", defaultValue = "1000000", description = "default ${DEFAULT-VALUE}")
    private int members = 1_000_000;

    @Option(names = "--events", defaultValue = "50000000", description = "default ${DEFAULT-VALUE}")
    private long events = 50_000_000;

    @Option(names = "--communities", defaultValue = "1000", description = "default ${DEFAULT-VALUE}")
    private int communities = 1_000;

    @Option(
            names = "--days",
            defaultValue = "30",
            description = "of events; the report reads 14 to each side of the exposure; default ${DEFAULT-VALUE}")
    private int days = 30;

    @Option(names = "--reports", defaultValue = "3", description = "default ${DEFAULT-VALUE}")
    private int reports = 3;

    @Option(
            names = "--calls",
            defaultValue = "30",
            description = "that open the report again; default ${DEFAULT-VALUE}")
    private int calls = 30;

    @Option(names = "--seed", defaultValue = "7", description = "default ${DEFAULT-VALUE}")
    private long seed = 7;

    ExperimentCommand(Clock clock) {
        super(clock);
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        LargeBrand brand = LargeBrand.in(folder, new LargeBrand.Size(members, events, communities, days, seed));
        try (ServerUnderTest server = options.start(folder)) {
            brand.bringIn(server);
            measure(server, brand.raw(), report);
        }
    }

    private void measure(ServerUnderTest server, Path raw, Report report) throws IOException, SQLException {
        try (Api api = server.api()) {
            String experiment = "/api/experiments/"
                    + api.post("/api/experiments", design()).path("id").asString();
            api.post(experiment + "/start", "{}");
            report.add(Figure.of(
                    "exposing %,d members by API, %,d a call".formatted(members, AT_ONCE),
                    members / exposeAll(api, experiment),
                    "members/s"));
            Instant exposed = moveBack(server, experiment);
            JsonNode last = report(api, experiment, exposed, raw, report);
            prove(last, exposed, raw);
            Latencies latencies = new Latencies();
            for (int n = 0; n < calls; n++) {
                long begun = System.nanoTime();
                JsonNode again = api.get(experiment + "/report");
                latencies.add(System.nanoTime() - begun);
                if (!again.path("metrics").equals(last.path("metrics"))) {
                    throw new IllegalStateException("the kept report is another one");
                }
            }
            report.add(Figure.of("opening it again, p95", latencies.millis(0.95), "ms", new Target.AtMost(300)));
        }
    }

    /** Who bought, for how much, and who did anything of their own on the seventh day, whatever its name. */
    private static String design() {
        String metric = """
                {"name":"%s","measurement":%s,"windowDays":%d,"winsorAt":%s,"lookBackDays":%d,"moreIsBetter":true,"guardRail":false}""";
        return """
                {"name":"benchmark","hypothesis":"","unit":"MEMBER","layerShare":1,"days":28,"smallestLift":0.05,
                 "arms":[{"key":"control","name":"Control","weight":1},{"key":"gift","name":"Gift","weight":1}],
                 "metrics":[%s,%s,%s]}""".formatted(
                metric.formatted(
                        "buyers", "{\"kind\":\"conversion\",\"event\":\"Order Completed\"}", WINDOW, null, WINDOW),
                metric.formatted(
                        "spend",
                        "{\"kind\":\"sum\",\"event\":\"Order Completed\",\"of\":\"AMOUNT\"}",
                        WINDOW,
                        "0.999",
                        WINDOW),
                metric.formatted("day 7", "{\"kind\":\"retention\",\"event\":null,\"day\":7}", WINDOW, null, WINDOW));
    }

    private double exposeAll(Api api, String experiment) throws IOException {
        long begun = System.nanoTime();
        long exposed = 0;
        for (int first = 1; first <= members; first += AT_ONCE) {
            String numbers = IntStream.rangeClosed(first, Math.min(members, first + AT_ONCE - 1))
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(","));
            exposed += api.post(experiment + "/assignments", "{\"members\":[" + numbers + "],\"expose\":true}")
                    .path("firstExposed")
                    .asLong();
        }
        Proof.equal("members exposed", members, exposed);
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Whoever is exposed now has no window closed: the exposures are moved back to before the last fourteen days. */
    private Instant moveBack(ServerUnderTest server, String experiment) throws IOException, SQLException {
        Instant exposed = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(WINDOW + 1L));
        try (Postgres postgres = new Postgres(server.data())) {
            postgres.execute("UPDATE experiment_exposure SET exposed_at = '%s' WHERE experiment_id = %s"
                    .formatted(exposed, experiment.substring(experiment.lastIndexOf('/') + 1)));
        }
        return exposed;
    }

    private JsonNode report(Api api, String experiment, Instant exposed, Path raw, Report report)
            throws IOException, SQLException {
        double longest = 0;
        JsonNode made = api.get(experiment);
        for (int n = 0; n < reports; n++) {
            long begun = System.nanoTime();
            made = api.post(experiment + "/report", "{}");
            double took = (System.nanoTime() - begun) / 1e9;
            report.say("report %d of %d: %.2f s".formatted(n + 1, reports, took));
            longest = Math.max(longest, took);
        }
        report.add(Figure.of(
                        "a report of three metrics, %,d exposed members, %,d events, longest of %d"
                                .formatted(members, events, reports),
                        longest,
                        "s",
                        new Target.AtMost(10))
                .beside("bare DuckDB, the members' figures alone", bare(exposed, raw)));
        return made;
    }

    /** What any report has to do at least: each event once, the figures of each member. */
    private static String figures(Instant exposed, Path raw) {
        return """
                SELECT member_no,
                       bool_or(event = 'Order Completed' AND ts >= t0 AND ts < t0 + INTERVAL %1$d DAY) AS buyer,
                       sum(amount) FILTER (event = 'Order Completed' AND ts >= t0 AND ts < t0 + INTERVAL %1$d DAY) AS spend,
                       bool_or(event NOT IN %4$s AND ts >= t0 + INTERVAL 7 DAY AND ts < t0 + INTERVAL 8 DAY) AS back,
                       bool_or(event = 'Order Completed' AND ts < t0 AND ts >= t0 - INTERVAL %1$d DAY) AS buyer_before,
                       sum(amount) FILTER (event = 'Order Completed' AND ts < t0 AND ts >= t0 - INTERVAL %1$d DAY) AS spend_before,
                       bool_or(event NOT IN %4$s AND ts < t0 AND ts >= t0 - INTERVAL %1$d DAY) AS back_before
                FROM (SELECT *, TIMESTAMPTZ '%2$s' AS t0 FROM read_parquet('%3$s/*.parquet')) AS raw
                GROUP BY member_no""".formatted(WINDOW, exposed, raw, NOT_OWN);
    }

    private static double bare(Instant exposed, Path raw) throws SQLException {
        try (BareDuckDb duckdb = new BareDuckDb(raw.resolve("spill"))) {
            return duckdb.seconds("CREATE TABLE figures AS " + figures(exposed, raw));
        }
    }

    /** Every member is in one arm, and both arms together have the buyers and the returners of the raw events. */
    private void prove(JsonNode report, Instant exposed, Path raw) throws SQLException {
        try (BareDuckDb duckdb = new BareDuckDb(raw.resolve("spill"))) {
            String figures = figures(exposed, raw);
            Proof.equal("members in the report", members, units(report, 0));
            Proof.equal(
                    "buyers in the report",
                    duckdb.number("SELECT count(*) FROM (" + figures + ") AS f WHERE buyer"),
                    total(report, 0));
            Proof.equal(
                    "members back on day 7",
                    duckdb.number("SELECT count(*) FROM (" + figures + ") AS f WHERE back"),
                    total(report, 2));
        }
    }

    private static long units(JsonNode report, int metric) {
        return report.at("/metrics/%d/arms/0/units".formatted(metric)).asLong()
                + report.at("/metrics/%d/arms/1/units".formatted(metric)).asLong();
    }

    private static long total(JsonNode report, int metric) {
        double total = 0;
        for (JsonNode arm : report.at("/metrics/" + metric + "/arms")) {
            total += arm.path("units").asLong() * arm.path("value").asDouble();
        }
        return Math.round(total);
    }
}
