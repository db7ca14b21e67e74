package io.guanxi.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Sends a finished experiment's file with its map and prints the report. */
final class FileExperiment {

    private final RemoteServer server;
    private final PrintWriter out;
    private final Progress progress;

    FileExperiment(RemoteServer server, PrintWriter out, Progress progress) {
        this.server = server;
        this.out = out;
        this.progress = progress;
    }

    /**
     * Analyses a file.
     *
     * @param file csv, ndjson, text or parquet, also compressed
     * @param map the SQL that yields units, arms and what is compared
     * @param fields what else is said of it
     */
    int run(Path file, Path map, Map<String, String> fields) throws IOException, InterruptedException {
        for (Path needed : new Path[] {file, map}) {
            if (!Files.isRegularFile(needed)) {
                throw new Refusal("there is no file " + needed);
            }
        }
        Multipart form = new Multipart();
        fields.forEach(form::text);
        form.file("map", map).file("file", file);
        CountedBody body = new CountedBody(
                form.body(),
                sent -> progress.show(
                        "sending", 100.0 * sent / Math.max(1, file.toFile().length()), ""));
        JsonNode kept = server.post("/api/experiments/finished", form.contentType(), body);
        out.print(server.text("/api/experiments/finished/" + kept.path("id").asLong() + "/text"));
        out.flush();
        return 0;
    }
}
