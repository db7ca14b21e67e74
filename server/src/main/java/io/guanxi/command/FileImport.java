package io.guanxi.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sends a file with its map, waits until the server has taken it, and prints what became of its rows. */
final class FileImport {

    /** Some rows were rejected; the others are in. */
    static final int SOME_REJECTED = 3;

    private final RemoteServer server;
    private final PrintWriter out;
    private final Progress progress;
    private final Clock clock;

    /**
     * What to import.
     *
     * @param file csv, ndjson, text or parquet, also compressed
     * @param map the SQL that yields events
     * @param source what the events are counted under
     * @param format what it is; when null its name tells
     * @param encoding of the file's text, UTF-8 when null
     * @param rejects where to save the rejected rows, or null
     * @param trial whether only to find out what would become of the rows
     */
    record Request(
            Path file,
            Path map,
            String source,
            @Nullable String format,
            @Nullable String encoding,
            @Nullable Path rejects,
            boolean trial) {}

    FileImport(RemoteServer server, PrintWriter out, Progress progress, Clock clock) {
        this.server = server;
        this.out = out;
        this.progress = progress;
        this.clock = clock;
    }

    int run(Request request) throws IOException, InterruptedException {
        Instant begun = clock.instant();
        String path = "/api/imports/" + upload(request).path("id").asString();
        JsonNode done = new Work(server, progress).follow(path);
        for (String figure : new String[] {"read", "accepted", "duplicate", "rejected"}) {
            out.println(figure + " " + done.path(figure).asLong(0));
        }
        if (request.trial()) {
            out.println("new-members " + done.path("newMembers").asLong(0));
            out.println("merges " + done.path("merges").asLong(0));
        }
        out.println("seconds " + seconds(done, begun));
        int exit = 0;
        if (done.path("rejected").asLong(0) > 0) {
            out.println("rejects " + rejects(request, path + "/rejects"));
            exit = SOME_REJECTED;
        }
        if (request.trial()) {
            server.post(path + "/cancel", Map.of()); // the file is here; the server need not keep its copy
        }
        return exit;
    }

    private JsonNode upload(Request request) throws IOException, InterruptedException {
        requireFile(request.file());
        requireFile(request.map());
        Multipart form = new Multipart().text("source", request.source());
        if (request.format() != null) {
            form.text("format", request.format());
        }
        if (request.encoding() != null) {
            form.text("encoding", request.encoding());
        }
        if (request.trial()) {
            form.text("trial", "true");
        }
        form.file("map", request.map()).file("file", request.file());
        CountedBody body = new CountedBody(
                form.body(), sent -> progress.show("sending", 100.0 * sent / Math.max(1, size(request)), ""));
        return server.post("/api/imports", form.contentType(), body);
    }

    private String rejects(Request request, String path) throws IOException, InterruptedException {
        if (request.rejects() == null) {
            return server.resolve(path).toString();
        }
        server.download(path, request.rejects());
        return request.rejects().toString();
    }

    private String seconds(JsonNode done, Instant begun) {
        JsonNode told = done.path("seconds");
        BigDecimal seconds = told.isNumber()
                ? told.decimalValue()
                : BigDecimal.valueOf(Duration.between(begun, clock.instant()).toMillis(), 3);
        return seconds.stripTrailingZeros().toPlainString();
    }

    private static long size(Request request) {
        return request.file().toFile().length();
    }

    private static void requireFile(Path file) throws Refusal {
        if (!Files.isRegularFile(file)) {
            throw new Refusal("there is no file " + file);
        }
        if (!Files.isReadable(file)) {
            throw new Refusal("the file " + file + " may not be read by you");
        }
    }
}
