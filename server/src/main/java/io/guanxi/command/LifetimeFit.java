package io.guanxi.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Asks for a fit of lifetime value, waits for it and prints the model with how it did on the held-back period. */
final class LifetimeFit {

    private final RemoteServer server;
    private final PrintWriter out;
    private final Progress progress;

    LifetimeFit(RemoteServer server, PrintWriter out, Progress progress) {
        this.server = server;
        this.out = out;
        this.progress = progress;
    }

    int run() throws IOException, InterruptedException {
        JsonNode asked = server.post("/api/lifetime/fits", Map.of());
        JsonNode done = new Work(server, progress)
                .follow("/api/lifetime/fits/" + asked.path("id").asString());
        Figures.print(out, "fit", done.path("id"));
        for (String figure : List.of("asOf", "version", "seconds")) {
            Figures.print(out, figure, done.path(figure));
        }
        JsonNode found = done.path("found");
        found.path("trials").forEach(trial -> {
            String kind = trial.path("kind").asString();
            Figures.print(out, kind + ".frequencyError", trial.path("frequencyError"));
            Figures.print(out, kind + ".totalError", trial.path("totalError"));
            Figures.print(out, kind + ".refused", trial.path("refused").path("code"));
        });
        Figures.print(out, "orders", found.path("orders"));
        Figures.print(out, "spend", found.path("spend"));
        return 0;
    }
}
