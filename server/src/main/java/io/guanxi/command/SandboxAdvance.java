package io.guanxi.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Advances a sandbox's clock and follows it until all that was due on the way is done. */
final class SandboxAdvance {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private final RemoteServer server;
    private final PrintWriter out;
    private final PrintWriter err;

    SandboxAdvance(RemoteServer server, PrintWriter out, PrintWriter err) {
        this.server = server;
        this.out = out;
        this.err = err;
    }

    /** By what. */
    enum Unit {
        hour,
        day,
        next
    }

    int run(Unit unit, int times) throws IOException, InterruptedException {
        String now = "";
        JsonNode state =
                server.post("/api/sandbox/advance", Map.of("to", unit.name().toUpperCase(Locale.ROOT), "times", times));
        while (state.path("advancing").asBoolean()) {
            if (!state.path("now").asString().substring(0, 13).equals(now)) {
                now = state.path("now").asString().substring(0, 13);
                err.println(now + ":00Z …");
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            state = server.get("/api/sandbox");
        }
        out.println("now " + state.path("now").asString());
        out.println("ahead-seconds " + state.path("aheadSeconds").asLong());
        return 0;
    }
}
