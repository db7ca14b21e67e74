package io.guanxi.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The first screen's one call, on the whole server. */
@ServerTest
class OverviewTests {

    @Autowired
    Caller caller;

    @Test
    void theFirstScreenShowsWhatTheRunFoundAndHowFreshThatIs() {
        Answer sent = caller.withWriteKey(Caller.WRITE_KEY).post("/v1/track", """
                {"messageId":"overview-1","userId":"overview-ada","event":"Order Completed","properties":{"revenue":12.5}}""");
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        score();

        JsonNode overview = caller.get("/api/overview").json();

        assertThat(overview.path("asOf").isString()).isTrue();
        assertThat(overview.path("run").path("state").asString()).isEqualTo("DONE");
        assertThat(overview.path("totals").path("members").asLong()).isPositive();
        assertThat(overview.path("totals").path("scored").asLong()).isPositive();
        assertThat(overview.path("totals").path("orders").asLong()).isPositive();
        assertThat(overview.path("levels")).hasSize(4);
        assertThat(overview.path("layers").path("cells")).hasSize(24);
        assertThat(overview.path("activity")).hasSize(90);
        assertThat(overview.path("newcomers").path("joined").asLong()).isPositive();
        assertThat(overview.path("communities").path("rule").path("kind").asString())
                .isEqualTo("PERCENTILE");
        long pyramid = 0;
        for (JsonNode level : overview.path("levels")) {
            pyramid += level.path("members").asLong();
        }
        assertThat(pyramid).isEqualTo(overview.path("totals").path("scored").asLong());
    }

    @Test
    void freshnessNamesEveryStepInTheOrderOfTheRoad() {
        JsonNode steps = caller.get("/api/freshness").json();
        assertThat(steps).hasSize(4);
        assertThat(steps.get(0).path("step").asString()).isEqualTo("INBOX");
        assertThat(steps.get(3).path("step").asString()).isEqualTo("SCORE");
        for (JsonNode step : steps) {
            assertThat(step.path("lagSeconds").asDouble()).isNotNegative();
        }
    }

    @Test
    void theLakeHasATimeAlsoWhileNewerEventsWait() {
        Caller sender = caller.withWriteKey(Caller.WRITE_KEY);
        for (int n = 0; n < 20; n++) { // the road takes a step a second: at some of these looks the event still waits
            assertThat(sender.post("/v1/track", "{\"userId\":\"fresh\",\"event\":\"Checked In\"}")
                            .status())
                    .isEqualTo(200);
            JsonNode lake = caller.get("/api/freshness").json().get(1);
            assertThat(lake.path("position").isNull())
                    .as(lake.toString())
                    .isEqualTo(lake.path("at").isNull());
        }
    }

    private void score() {
        long id = caller.post("/api/runs", "{}").json().path("id").asLong();
        Instant until = Instant.now().plus(Duration.ofMinutes(1));
        while (Instant.now().isBefore(until)) {
            JsonNode run = caller.get("/api/runs/" + id).json();
            if (run.path("state").asString().equals("DONE")) {
                return;
            }
            assertThat(run.path("state").asString()).as(run.toString()).isIn("WAITING", "RUNNING");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("the run does not end");
    }
}
