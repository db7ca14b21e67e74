package io.guanxi.command;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Long work at the server: an import or a scoring run, followed until it has ended. */
final class Work {

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1000;

    private final RemoteServer server;
    private final Progress progress;

    Work(RemoteServer server, Progress progress) {
        this.server = server;
        this.progress = progress;
    }

    /**
     * Asks after the work until it is done, less and less often.
     *
     * @param path where it is told, e.g. {@code /api/runs/7}
     * @return its last state, {@code DONE} or {@code TRIED}
     * @throws Refusal when it failed or was cancelled
     */
    JsonNode follow(String path) throws IOException, InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            JsonNode work = server.get(path);
            switch (work.path("state").asString("")) {
                case "DONE", "TRIED" -> {
                    progress.done();
                    return work;
                }
                case "FAILED" -> throw ended(work, "failed at the server");
                case "CANCELLED" -> throw ended(work, "was cancelled");
                default -> progress.show(work);
            }
            pause(pause);
            pause = Math.min(pause * 3 / 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private Refusal ended(JsonNode work, String otherwise) {
        progress.done();
        return Refusal.of(work.path("problem"), "it " + otherwise);
    }

    private static void pause(long millis) throws InterruptedException {
        try {
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an empty task cannot fail", e);
        }
    }
}
