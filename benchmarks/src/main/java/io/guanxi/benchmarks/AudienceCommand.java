package io.guanxi.benchmarks;

import io.guanxi.benchmarks.AudienceQuestions.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Questions about a large brand's members: cold, with one condition changed, and groups of kept answers. */
@Command(name = "audience", description = "A large brand: questions about its members, cold and while they are edited.")
final class AudienceCommand extends Measurement {

    private static final String HUNDRED = "hundred";

    @Option(names = "--members", defaultValue = "5000000", description = "default ${DEFAULT-VALUE}")
    private int members = 5_000_000;

    @Option(names = "--events", defaultValue = "100000000", description = "default ${DEFAULT-VALUE}")
    private long events = 100_000_000;

    @Option(names = "--communities", defaultValue = "5000", description = "default ${DEFAULT-VALUE}")
    private int communities = 5_000;

    @Option(names = "--days", defaultValue = "180", description = "default ${DEFAULT-VALUE}")
    private int days = 180;

    @Option(names = "--calls", defaultValue = "40", description = "of each kind; default ${DEFAULT-VALUE}")
    private int calls = 40;

    @Option(names = "--seed", defaultValue = "7", description = "default ${DEFAULT-VALUE}")
    private long seed = 7;

    AudienceCommand(Clock clock) {
        super(clock);
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        LargeBrand brand = LargeBrand.in(folder, new LargeBrand.Size(members, events, communities, days, seed));
        try (ServerUnderTest server = options.start(folder)) {
            brand.bringIn(server);
            awaitEarlier(server);
            measure(server, brand.raw(), report);
            saveHundred(server);
        }
        refresh(folder, report);
    }

    private void measure(ServerUnderTest server, Path raw, Report report) throws IOException, SQLException {
        try (Api api = server.api();
                HttpConnection connection = server.calling();
                BareDuckDb duckdb = new BareDuckDb(raw.resolve("spill"))) {
            duckdb.execute("CREATE VIEW raw AS SELECT * FROM read_parquet('%s/*.parquet')".formatted(raw));
            LocalDate last =
                    LocalDate.ofEpochDay(duckdb.number("SELECT max(CAST(day AS DATE)) - DATE '1970-01-01' FROM raw"));
            awaitEverybody(api, duckdb.number("SELECT count(DISTINCT member_no) FROM raw"));
            List<Question> questions = AudienceQuestions.about(last);
            twenty(api, duckdb, questions, report);
            coldLeaf(connection, last, report);
            edit(connection, api, questions, last, report);
            report.add(Figure.of( // last: nothing else is timed while its rows are brought in
                    "the twenty in PostgreSQL at a tenth, × 10", postgres(duckdb, server, raw, questions) * 10, "s"));
        }
    }

    /** The engine follows within a second: until it knows every member and the run, its answers are an earlier moment's. */
    private static void awaitEverybody(Api api, long members) throws IOException {
        long end = System.nanoTime() + 60_000_000_000L;
        JsonNode scored;
        do {
            scored = ask(api, "{\"kind\":\"score\",\"figure\":\"VALUE\",\"is\":{\"atLeast\":0}}");
        } while (scored.path("members").asLong() < members && System.nanoTime() < end);
        Proof.equal("members", members, scored.path("everybody").asLong());
        Proof.equal("members with a score", members, scored.path("members").asLong());
    }

    private void twenty(Api api, BareDuckDb duckdb, List<Question> questions, Report report)
            throws IOException, SQLException {
        double took = 0;
        double bare = 0;
        for (Question question : questions) {
            long begun = System.nanoTime();
            long found = ask(api, question.expression()).path("members").asLong();
            took += (System.nanoTime() - begun) / 1e9;
            begun = System.nanoTime();
            long expected = duckdb.number("SELECT count(*) FROM (" + question.query() + ") AS found");
            bare += (System.nanoTime() - begun) / 1e9;
            Proof.equal(question.name(), expected, found);
        }
        report.add(Figure.of("twenty audiences of %,d members, cold".formatted(members), took, "s")
                .beside("bare DuckDB, one query each on the raw events", bare));
    }

    private static double postgres(BareDuckDb duckdb, ServerUnderTest server, Path raw, List<Question> questions)
            throws IOException, SQLException {
        Path csv = raw.resolve("tenth.csv");
        try (Postgres postgres = new Postgres(server.data())) {
            duckdb.execute("""
                    COPY (SELECT member_no, event, ts, CAST(day AS DATE) AS day, amount FROM raw WHERE member_no %% 10 = 0)
                    TO '%s' (FORMAT csv, HEADER false)
                    """.formatted(csv));
            postgres.execute("DROP TABLE IF EXISTS raw"); // of a run that was interrupted
            postgres.execute(
                    "CREATE UNLOGGED TABLE raw (member_no int, event text, ts timestamptz, day date, amount numeric(18, 2))");
            postgres.copyIn("raw", csv);
            postgres.execute("ANALYZE raw");
            duckdb.execute(
                    "CREATE OR REPLACE VIEW raw AS SELECT member_no, event, ts, CAST(day AS DATE) AS day, amount "
                            + "FROM read_parquet('%s/*.parquet') WHERE member_no %% 10 = 0".formatted(raw));
            double took = 0;
            for (Question question : questions) {
                String count = "SELECT count(*) FROM (" + question.query() + ") AS found";
                long begun = System.nanoTime();
                long found = postgres.number(count);
                took += (System.nanoTime() - begun) / 1e9;
                Proof.equal("a tenth, " + question.name(), duckdb.number(count), found);
            }
            postgres.execute("DROP TABLE raw");
            return took;
        } finally {
            Files.deleteIfExists(csv);
        }
    }

    /** Never asked before: each call has a window or a number of its own. */
    private void coldLeaf(HttpConnection connection, LocalDate last, Report report) throws IOException {
        Latencies latencies = new Latencies();
        for (int n = 0; n < calls; n++) {
            Question question = AudienceQuestions.did(
                    n % 2 == 0 ? "Product Viewed" : "Message Sent", 2 + n / 4, last.minusDays(29 - n % 4), last);
            latencies.add(timed(connection, question.expression()));
        }
        report.add(Figure.of(
                "a cold condition on 30 days of behaviour, p95", latencies.millis(0.95), "ms", new Target.AtMost(400)));
    }

    /** Ten conditions of which nine are kept; then nothing but groups of kept ones. */
    private void edit(HttpConnection connection, Api api, List<Question> questions, LocalDate last, Report report)
            throws IOException {
        List<String> nine = new ArrayList<>(
                questions.stream().limit(9).map(Question::expression).toList());
        String kept = String.join(",", nine);
        String any = "{\"kind\":\"any\",\"of\":[" + kept + ",%s]}";
        ask(api, any.formatted("{\"kind\":\"everyone\"}"));
        Latencies edited = new Latencies();
        for (String figure : List.of("CONSUMPTION", "VALUE")) { // the first round, of another figure, does not count
            edited = new Latencies();
            for (int n = 0; n < calls; n++) {
                String changed = "{\"kind\":\"score\",\"figure\":\"%s\",\"is\":{\"moreThan\":%s}}"
                        .formatted(figure, 1 + n * 0.25);
                edited.add(timed(connection, any.formatted(changed)));
            }
            report.say("one condition of ten changed (%s): median %.1f, p95 %.1f ms"
                    .formatted(figure, edited.millis(0.5), edited.millis(0.95)));
        }
        report.add(Figure.of(
                "one condition of ten changed (a score), others kept, p95",
                edited.millis(0.95),
                "ms",
                new Target.AtMost(50)));
        ask(api, any.formatted(sent(2, last))); // the first question about these days is a cold one
        Latencies bounded = new Latencies();
        for (int n = 0; n < calls; n++) {
            bounded.add(timed(connection, any.formatted(sent(3 + n, last))));
        }
        report.add(Figure.of(
                "one condition of ten changed (how often in 30 days), others kept, p95",
                bounded.millis(0.95),
                "ms",
                new Target.AtMost(50)));
        String groups =
                "{\"kind\":\"all\",\"of\":[{\"kind\":\"any\",\"of\":[%s]},{\"kind\":\"not\",\"of\":{\"kind\":\"all\",\"of\":[%s,%s]}}]}"
                        .formatted(kept, kept, questions.get(9).expression());
        ask(api, groups);
        Latencies algebra = new Latencies();
        for (int n = 0; n < calls; n++) {
            algebra.add(Math.round(ask(api, groups).path("millis").asDouble() * 1e6));
        }
        report.add(Figure.of(
                "all, any and not over ten kept bitmaps, in the server, p95",
                algebra.millis(0.95),
                "ms",
                new Target.AtMost(10)));
    }

    private static String sent(int atLeast, LocalDate last) {
        return AudienceQuestions.did("Message Sent", atLeast, last.minusDays(29), last)
                .expression();
    }

    /** The hundred of an earlier run are refreshed when the server starts, at which nothing else can be measured. */
    private static void awaitEarlier(ServerUnderTest server) throws IOException {
        boolean there;
        try (Api api = server.api()) {
            there = !api.get("/api/audiences?folder=" + HUNDRED).path("items").isEmpty();
        }
        if (there) {
            saveHundred(server); // those to which it did not come
        }
    }

    /** Saves a hundred audiences with rolling windows, unless they are there from an earlier run, and waits for all. */
    private static void saveHundred(ServerUnderTest server) throws IOException {
        try (Api api = server.api()) {
            Set<String> there = new HashSet<>();
            api.get("/api/audiences?folder=" + HUNDRED)
                    .path("items")
                    .forEach(audience -> there.add(audience.path("name").asString()));
            for (Question question : AudienceQuestions.hundred()) {
                if (!there.contains(question.name())) {
                    api.post(
                            "/api/audiences",
                            "{\"name\":\"%s\",\"folder\":\"%s\",\"expression\":%s}"
                                    .formatted(question.name(), HUNDRED, question.expression()));
                }
            }
            awaitRefreshed(api);
        }
    }

    /** A server that has just started keeps no answer: every audience is asked anew, as after a day's end, and then some. */
    private void refresh(Path folder, Report report) throws IOException {
        try (ServerUnderTest server = options.start(folder);
                Api api = server.api()) {
            long begun = System.nanoTime();
            awaitRefreshed(api);
            report.add(Figure.of(
                    "100 live audiences of %,d members refreshed, nothing kept".formatted(members),
                    (System.nanoTime() - begun) / 1e9,
                    "s",
                    new Target.AtMost(60)));
        }
    }

    private static void awaitRefreshed(Api api) throws IOException {
        JsonNode all = api.await("/api/audiences?folder=" + HUNDRED, answer -> answer.path("items")
                .valueStream()
                .allMatch(audience -> audience.path("members").isNumber()));
        Proof.equal("live audiences", 100, all.path("items").size());
    }

    /** Over a bare socket, as pages' calls are timed. */
    private static long timed(HttpConnection connection, String expression) throws IOException {
        byte[] body = body(expression).getBytes(StandardCharsets.UTF_8);
        long begun = System.nanoTime();
        HttpConnection.Answer answer = connection.post("/api/audiences/preview", body);
        long took = System.nanoTime() - begun;
        if (answer.status() != 200) {
            throw new IOException("a preview answered " + answer.status() + ": " + answer.text());
        }
        return took;
    }

    private static JsonNode ask(Api api, String expression) throws IOException {
        return api.post("/api/audiences/preview", body(expression));
    }

    private static String body(String expression) {
        return "{\"sample\":0,\"expression\":" + expression + "}";
    }
}
