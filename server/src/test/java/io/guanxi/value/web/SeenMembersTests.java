package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.collect.road.Road;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import io.guanxi.platform.Progress;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A run without late data shows whom one knew then: nobody else's events have arrived in the past. */
@ServerTest
class SeenMembersTests {

    @Autowired
    Caller caller;

    @Autowired
    Road road;

    @Autowired
    DuckDb staging;

    @Test
    void onlyWhoWasKnownThenIsAMemberAndSinceTheDayOneKnewOf() {
        arrive("seen-ada", 300, 300);
        arrive("seen-bo", 299, 298);
        arrive("seen-ada", 350, 0);
        arrive("seen-cleo", 320, 0);
        String wish = "{\"asOf\":\"" + Tracking.daysAgo(290) + "\"";

        JsonNode excluded = Runs.score(caller, wish + ",\"lateData\":\"exclude\"}");

        assertThat(excluded.at("/figures/members").asLong()).isEqualTo(2);
        assertThat(excluded.at("/figures/orders").asLong()).isEqualTo(2);
        JsonNode ada = caller.get("/api/members/by/user/seen-ada").json();
        assertThat(ada.path("joined").asString())
                .isEqualTo(Tracking.daysAgo(300).toString());
        assertThat(ada.path("orders").asInt()).isEqualTo(1);
        assertThat(caller.get("/api/members/by/user/seen-cleo")
                        .json()
                        .path("scored")
                        .asBoolean(true))
                .isFalse();
        long layers = 0;
        for (JsonNode layer : excluded.at("/figures/layers")) {
            layers += layer.asLong();
        }
        assertThat(layers).isEqualTo(2);

        Runs.score(caller, wish + "}");
        assertThat(caller.get("/api/members/by/user/seen-ada")
                        .json()
                        .path("joined")
                        .asString())
                .isEqualTo(Tracking.daysAgo(350).toString());
        assertThat(caller.get("/api/members/by/user/seen-cleo")
                        .json()
                        .path("scored")
                        .asBoolean())
                .isTrue();
        Runs.score(caller, "{}");
    }

    /** An order of one day that came on another. */
    private void arrive(String user, int daysAgo, int receivedDaysAgo) {
        try (EventBatch batch = EventBatch.in(staging)) {
            batch.sql()
                    .sql("""
                            INSERT INTO event VALUES (?, 'track', 'Order Completed', CAST(? AS TIMESTAMPTZ),
                                CAST(? AS TIMESTAMPTZ), CAST(? AS DATE), NULL, [?], NULL, 10, 'CNY', NULL, NULL, NULL, NULL,
                                NULL, 'test')""")
                    .params(
                            UUID.randomUUID().toString(),
                            Tracking.noon(daysAgo).toString(),
                            Tracking.noon(receivedDaysAgo).toString(),
                            Tracking.daysAgo(daysAgo).toString(),
                            "user:" + user)
                    .update();
            assertThat(road.take(batch, new Progress(Clock.systemUTC()), _ -> UUID.randomUUID()
                                    .toString())
                            .accepted())
                    .isEqualTo(1);
        }
    }
}
