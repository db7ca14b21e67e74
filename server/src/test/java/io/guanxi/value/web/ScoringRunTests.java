package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Runs by API, on events that came by API. */
@ServerTest
class ScoringRunTests {

    @Autowired
    Caller caller;

    @Test
    void aRunCountsWhatWasAcknowledgedBeforeIt() {
        Tracking shop = new Tracking(caller, "runs");
        shop.order("runs-ada", 40, 100.5);
        shop.order("runs-ada", 2, 50);
        shop.event("runs-ada", "Order Refunded", Tracking.noon(1), "{\"total\":20}");
        shop.event("runs-bob", "Message Sent", Instant.now(), "{}");

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
        String day = Tracking.daysAgo(400).toString();
        JsonNode before = Runs.score(caller, "{\"asOf\":\"" + day + "\"}");
        new Tracking(caller, "late").order("late-cleo", 400, 10);

        JsonNode included = Runs.score(caller, "{\"asOf\":\"" + day + "\"}");
        JsonNode excluded = Runs.score(caller, "{\"asOf\":\"" + day + "\",\"lateData\":\"exclude\"}");
        assertThat(included.path("asOf").asString()).isEqualTo(day);
        assertThat(included.path("figures").path("orders").asLong())
                .isEqualTo(before.path("figures").path("orders").asLong() + 1);
        assertThat(excluded.path("lateData").asString()).isEqualTo("exclude");
        assertThat(excluded.path("figures").path("orders").asLong()).isZero();
        assertThat(caller.get("/api/members/by/user/late-cleo")
                        .json()
                        .path("scored")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void aMergeBetweenTwoRunsMakesOneMemberOfTwo() {
        Tracking shop = new Tracking(caller, "merge");
        shop.order("merge-dan", 5, 10);
        shop.order("merge-daniel", 4, 20);
        long before = Runs.score(caller, "{}").path("figures").path("members").asLong();
        assertThat(ordersOf("merge-dan")).isEqualTo(1);

        shop.identify("merge-dan", "{\"phone\":\"13912340077\"}");
        shop.identify("merge-daniel", "{\"phone\":\"13912340077\"}");
        long after = Runs.score(caller, "{}").path("figures").path("members").asLong();

        assertThat(after).isEqualTo(before - 1);
        assertThat(ordersOf("merge-dan")).isEqualTo(2);
        assertThat(ordersOf("merge-daniel")).isEqualTo(2);
    }

    private long ordersOf(String user) {
        return caller.get("/api/members/by/user/" + user).json().path("orders").asLong();
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
