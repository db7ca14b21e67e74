package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Asks for runs and waits for their end. */
final class Runs {

    private static final Set<String> ENDED = Set.of("DONE", "FAILED", "CANCELLED");

    private Runs() {}

    static JsonNode score(Caller caller, String wish) {
        Answer asked = caller.post("/api/runs", wish);
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        JsonNode run = ended(caller, asked.json().path("id").asLong());
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("DONE");
        return run;
    }

    static JsonNode ended(Caller caller, long id) {
        Instant until = Instant.now().plus(Duration.ofMinutes(1));
        while (Instant.now().isBefore(until)) {
            JsonNode run = caller.get("/api/runs/" + id).json();
            if (ENDED.contains(run.path("state").asString())) {
                return run;
            }
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        }
        throw new AssertionError("run " + id + " does not end");
    }
}
