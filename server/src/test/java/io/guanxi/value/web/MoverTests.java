package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whose value moves, by API. */
@ServerTest
class MoverTests {

    @Autowired
    Caller caller;

    @Test
    void aMoverCarriesTheMemberTheChangeAndTheReasons() {
        Tracking shop = new Tracking(caller, "moving");
        shop.order("moving-up", 1, 90_000);
        for (int i = 0; i < 5; i++) {
            shop.event("moving-up", "Content Published", Tracking.noon(1), "{}");
        }
        shop.order("moving-down", 60, 1_000);
        shop.event("moving-down", "Order Refunded", Tracking.noon(1), "{\"total\":1000}");
        JsonNode listed = Runs.score(caller, "{}").path("figures").path("movers");
        assertThat(listed.path("risen").asInt()).isPositive();
        assertThat(listed.path("risenProven")).as("all are candidates").isEqualTo(listed.path("risen"));
        assertThat(listed.path("fallenProven")).isEqualTo(listed.path("fallen"));

        Answer answer = caller.get("/api/movers?limit=50");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("since").asString())
                .isEqualTo(Tracking.daysAgo(7).toString());
        JsonNode up = mover(answer.json().path("up"), "moving-up");
        assertThat(up.path("before").asDouble()).isZero();
        assertThat(up.path("change").asDouble())
                .isEqualTo(up.path("member").path("value").asDouble(), within(0.011));
        assertThat(up.path("reasons").get(0).path("event").asString()).isEqualTo("Order Completed");
        assertThat(up.path("reasons").get(0).path("dimension").asString()).isEqualTo("consumption");
        assertThat(up.path("reasons").get(0).path("n").asInt()).isEqualTo(1);
        assertThat(up.path("reasons").get(1).path("event").asString()).isEqualTo("Content Published");
        JsonNode down = mover(answer.json().path("down"), "moving-down");
        assertThat(down.path("change").asDouble()).isNegative();
        assertThat(down.path("reasons").get(0).path("event").asString()).isEqualTo("Order Refunded");
    }

    private static JsonNode mover(JsonNode movers, String user) {
        for (JsonNode mover : movers) {
            if (mover.path("member").path("identifiers").toString().contains("\"" + user + "\"")) {
                return mover;
            }
        }
        throw new AssertionError(user + " is not in " + movers);
    }

    @Test
    void aLimitOutOfBoundsIsRefused() {
        assertThat(caller.get("/api/movers?limit=51").json().path("code").asString())
                .isEqualTo("request.invalid");
    }
}
