package io.guanxi.simulator;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Waits for work that the server does by itself, and tells how far it is. */
final class Patience {
    private static final long POLL_MILLIS = 250;
    private static final double TELL_SECONDS = 3;

    private final GuanxiServer server;
    private final String apiKey;
    private final Report report;

    Patience(GuanxiServer server, String apiKey, Report report) {
        this.server = server;
        this.apiKey = apiKey;
        this.report = report;
    }

    /** Asks a path until its {@code state} is an end; answers how it ended. */
    JsonNode await(String path) throws IOException, InterruptedException {
        double told = report.seconds();
        while (true) {
            JsonNode work = server.get(apiKey, path);
            String state = work.path("state").asString("");
            switch (state) {
                case "DONE" -> {
                    return work;
                }
                case "FAILED", "CANCELLED" ->
                    throw new IOException("%s ended as %s: %s".formatted(path, state, work.path("problem")));
                default -> {
                    if (report.seconds() - told > TELL_SECONDS) {
                        told = report.seconds();
                        report.say("  %s", standing(work));
                    }
                    pause();
                }
            }
        }
    }

    private static String standing(JsonNode work) {
        StringBuilder line = new StringBuilder();
        line.append(work.path("percent").asInt(0)).append(" %");
        if (work.path("phase").isString()) {
            line.append(", ").append(work.path("phase").asString());
        }
        if (work.path("secondsLeft").isNumber()) {
            line.append(", about ")
                    .append(Math.round(work.path("secondsLeft").asDouble()))
                    .append(" s left");
        }
        return line.toString();
    }

    private static void pause() {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(POLL_MILLIS, TimeUnit.MILLISECONDS))
                .join();
    }
}
