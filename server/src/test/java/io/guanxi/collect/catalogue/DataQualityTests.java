package io.guanxi.collect.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.collect.Intake;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What {@code /api/data-quality} tells of a source. */
@ServerTest
class DataQualityTests {

    @Autowired
    private Caller caller;

    @Autowired
    private Intake intake;

    @Autowired
    private Clock clock;

    @Test
    void aSourceTellsWhatWasLateUnknownAndRefused() {
        String key = caller.post("/api/keys", "{\"kind\":\"WRITE\",\"name\":\"q\",\"source\":\"quality-shop\"}")
                .json()
                .path("secret")
                .asString();
        track(key, "Checked In", Duration.ofHours(1));
        track(key, "Checked In", Duration.ofHours(25));
        track(key, "Kite Flown", Duration.ofHours(23));
        track(key, "Checked In", Duration.ofDays(45));
        caller.withWriteKey(key).post("/v1/track", "{\"userId\": \"quality\"}");
        intake.drain();

        JsonNode shop = caller.get("/api/data-quality?days=30")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("source").asString().equals("quality-shop"))
                .findFirst()
                .orElseThrow();
        assertThat(shop.path("events").asLong()).as("those of 30 days").isEqualTo(3);
        assertThat(shop.path("late").asLong()).as("over a day").isEqualTo(1);
        assertThat(shop.path("unknown").asLong()).isEqualTo(1);
        assertThat(shop.path("malformed").asLong()).isEqualTo(1);
        assertThat(shop.path("duplicate").asLong()).isZero();
        assertThat(shop.path("newest").asString()).isNotEmpty();
    }

    private void track(String key, String event, Duration ago) {
        assertThat(caller.withWriteKey(key)
                        .post("/v1/track", """
                                {"userId": "quality", "event": "%s", "timestamp": "%s", "properties": {}}
                                """.formatted(event, clock.instant().minus(ago)))
                        .status())
                .isEqualTo(200);
    }
}
