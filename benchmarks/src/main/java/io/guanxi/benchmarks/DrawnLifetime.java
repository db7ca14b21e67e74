package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Fits the models of lifetime value to customers drawn from one of them, in a server, the way every brand's are; the parameters they were
 * drawn with must come back.
 */
final class DrawnLifetime {

    /** Days instead of moments: two orders of a day are one, so that parameters may be off by so much however many customers. */
    private static final double OF_DAYS = 0.02;
    /** By chance a parameter is off by less than this over the root of the number of customers. */
    private static final double BY_CHANCE = 20;

    private final ServerOptions options;
    private final Report report;

    DrawnLifetime(ServerOptions options, Report report) {
        this.options = options;
        this.report = report;
    }

    void measure(Path folder, DrawnCustomers drawn) throws IOException {
        try (ServerUnderTest server = options.start(folder);
                Api api = server.api()) {
            Path file = folder.resolve("drawn.csv");
            long orders = drawn.write(file);
            JsonNode started = api.upload(file, DrawnCustomers.MAP, "drawn");
            JsonNode done = api.awaitDone("/api/imports/" + started.path("id").asString());
            Proof.equal("orders accepted", orders, done.path("accepted").asLong());
            Files.delete(file);
            JsonNode run = api.post("/api/runs", "{\"asOf\":\"%s\"}".formatted(DrawnCustomers.END));
            api.awaitDone("/api/runs/" + run.path("id").asString());
            // The run asks for the first fit of a brand by itself.
            for (JsonNode fit : api.get("/api/lifetime/fits").path("items")) {
                api.await(
                        "/api/lifetime/fits/" + fit.path("id").asString(),
                        answer -> !answer.path("state").asString().matches("WAITING|RUNNING"));
            }
            JsonNode asked = api.post("/api/lifetime/fits", "{}");
            judge(
                    drawn,
                    orders,
                    api.awaitDone("/api/lifetime/fits/" + asked.path("id").asString()));
        }
    }

    private void judge(DrawnCustomers drawn, long orders, JsonNode fit) {
        JsonNode found = fit.path("found");
        JsonNode used = found.path("orders");
        Proof.equal(
                "customers fitted to", drawn.customers(), used.path("buyers").asLong());
        double within = OF_DAYS + BY_CHANCE / Math.sqrt(drawn.customers());
        String kind = drawn.leaving().name();
        for (JsonNode trial : found.path("trials")) {
            if (trial.path("kind").asString().equals(kind)) {
                comesBack("calibration", drawn.leaving().parameters(), trial.path("parameters"), within);
            }
        }
        boolean same = used.path("kind").asString().equals(kind);
        if (same) {
            comesBack("all orders", drawn.leaving().parameters(), used.path("parameters"), within);
        }
        comesBack("spend", DrawnCustomers.SPEND, found.path("spend"), within);
        report.say("every parameter came back within %.1f %%; %s is in use after %s steps"
                .formatted(100 * within, used.path("kind").asString(), used.path("steps")));
        report.add(Figure.of(
                "fitting every model to %,d customers (%,d orders, %,d different histories) of %s, with everybody's prediction"
                        .formatted(
                                drawn.customers(),
                                orders,
                                used.path("histories").asLong(),
                                kind),
                fit.path("seconds").asDouble(),
                "s",
                new Target.AtMost(60)));
    }

    private void comesBack(String from, Map<String, Double> truth, JsonNode found, double within) {
        report.say("%s: %s"
                .formatted(
                        from,
                        truth.keySet().stream()
                                .sorted()
                                .map(name -> "%s %.4f (drawn with %s)"
                                        .formatted(name, found.path(name).asDouble(), truth.get(name)))
                                .collect(Collectors.joining(", "))));
        truth.forEach((name, value) -> {
            double off = Math.abs(found.path(name).asDouble() / value - 1);
            if (!(off <= within)) {
                throw new IllegalStateException("%s of %s: drawn with %s, found %s; at most %.1f %% off is right"
                        .formatted(name, from, value, found.path(name), 100 * within));
            }
        });
    }
}
