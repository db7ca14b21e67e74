package io.guanxi.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks for a scoring run, waits for it and prints its figures. */
final class ScoringRun {

    private final RemoteServer server;
    private final PrintWriter out;
    private final Progress progress;

    ScoringRun(RemoteServer server, PrintWriter out, Progress progress) {
        this.server = server;
        this.out = out;
        this.progress = progress;
    }

    int run(@Nullable LocalDate asOf, Commands.@Nullable LateData lateData) throws IOException, InterruptedException {
        Map<String, String> wish = new LinkedHashMap<>();
        if (asOf != null) {
            wish.put("asOf", asOf.toString());
        }
        if (lateData != null) {
            wish.put("lateData", lateData.name());
        }
        JsonNode asked = server.post("/api/runs", wish);
        JsonNode done = new Work(server, progress)
                .follow("/api/runs/" + asked.path("id").asString());
        for (String figure :
                new String[] {"id", "asOf", "lateData", "modelVersion", "members", "communities", "seconds"}) {
            Figures.print(out, "id".equals(figure) ? "run" : figure, done.path(figure));
        }
        JsonNode audiences = done.path("figures").path("audiences");
        if (audiences.has("moved") && !audiences.path("moved").asBoolean()) {
            progress.note("These figures are shown now. Audiences, tags and journeys stay with run "
                    + audiences.path("run").asString() + " as of "
                    + audiences.path("asOf").asString()
                    + ", which is of a later day.");
        }
        done.path("figures").properties().forEach(figure -> Figures.print(out, figure.getKey(), figure.getValue()));
        return 0;
    }
}
