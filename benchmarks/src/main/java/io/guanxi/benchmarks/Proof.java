package io.guanxi.benchmarks;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** A figure counts only where the answer was right: fails the benchmark where it was not. */
final class Proof {

    private Proof() {}

    /** All that was acknowledged is in inbox, lake and mart exactly once. */
    static void exactlyOnce(ServerUnderTest server, long expected) throws IOException {
        JsonNode examination;
        try (Api api = server.api()) {
            examination = api.post("/api/doctor", "{}");
        }
        long inLake = 0;
        for (JsonNode check : examination.path("checks")) {
            if (check.path("name").asString().equals("the lake holds every event once")) {
                inLake = check.path("actual").asLong();
            }
        }
        equal("events in the lake, each once", expected, inLake);
        if (!examination.path("ok").asBoolean()) {
            throw new IllegalStateException("the doctor found: " + examination);
        }
    }

    static void equal(String what, long expected, long actual) {
        if (expected != actual) {
            throw new IllegalStateException("%s: expected %,d, found %,d".formatted(what, expected, actual));
        }
    }
}
