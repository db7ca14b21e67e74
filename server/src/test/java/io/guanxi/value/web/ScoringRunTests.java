package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Runs by API, on events that came by API. */
@ServerTest
class ScoringRunTests {

    @Autowired
    Caller caller;

    private void track(String id, String user, String event, Instant at, String properties) {
        Answer answer =
                caller.withWriteKey(Caller.WRITE_KEY).post("/v1/track", """
                {"messageId":"%s","userId":"%s","event":"%s","timestamp":"%s","properties":%s}""".formatted(id, user, event, at, properties));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void aRunCountsWhatWasAcknowledgedBeforeIt() {
        Instant now = Instant.now();
        track("runs-1", "runs-ada", "Order Completed", now.minus(40, ChronoUnit.DAYS), "{\"revenue\":100.5}");
        track("runs-2", "runs-ada", "Order Completed", now.minus(2, ChronoUnit.DAYS), "{\"revenue\":50}");
        track("runs-3", "runs-ada", "Order Refunded", now.minus(1, ChronoUnit.DAYS), "{\"total\":20}");
        track("runs-4", "runs-bob", "Message Sent", now, "{}");

        JsonNode run = Runs.score(caller, "{}");
        assertThat(run.path("percent").asDouble()).isEqualTo(100);
        assertThat(run.path("modelVersion").asInt()).isPositive();
        assertThat(run.path("requestedBy").asString()).isNotBlank();
        JsonNode figures = run.path("figures");
        assertThat(figures.path("members").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(figures.path("orders").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(figures.path("stages").path("LOYALTY").asLong()).isPositive();
        assertThat(figures.path("seconds").has("member_activity")).isTrue();
        assertThat(caller.get("/api/runs")
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asLong())
                .isGreaterThanOrEqualTo(run.path("id").asLong());
    }

    @Test
    void aRunAsOfAPastDayLeavesOutWhatCameLateIfAsked() {
        Instant past = Instant.now().minus(100, ChronoUnit.DAYS);
        track("late-1", "late-cleo", "Order Completed", past, "{\"revenue\":10}");
        String day = LocalDate.ofInstant(past, ZoneId.of("Asia/Shanghai")).toString();

        JsonNode included = Runs.score(caller, "{\"asOf\":\"" + day + "\"}");
        JsonNode excluded = Runs.score(caller, "{\"asOf\":\"" + day + "\",\"lateData\":\"exclude\"}");
        assertThat(included.path("asOf").asString()).isEqualTo(day);
        assertThat(included.path("figures").path("orders").asLong()).isEqualTo(1);
        assertThat(excluded.path("lateData").asString()).isEqualTo("exclude");
        assertThat(excluded.path("figures").path("orders").asLong()).isZero();
    }

    @Test
    void aDayAheadIsRefused() {
        Answer answer = caller.post("/api/runs", "{\"asOf\":\"2999-01-01\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("run.future");
    }

    @Test
    void anUnknownRunIsSaidToBeSo() {
        assertThat(caller.get("/api/runs/999999").code()).isEqualTo("run.unknown");
        assertThat(caller.post("/api/runs/999999/cancel", "{}").code()).isEqualTo("run.unknown");
    }

    @Test
    void aRunThatHasEndedCannotBeCancelled() {
        long id = Runs.score(caller, "{}").path("id").asLong();
        assertThat(caller.post("/api/runs/" + id + "/cancel", "{}").code()).isEqualTo("run.ended");
    }
}
