package io.guanxi.journey.saved;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The journeys that every brand begins with hold together as they are. */
@ServerTest
class ReadyJourneysTests {

    @Autowired
    ReadyJourneys ready;

    @Autowired
    Caller caller;

    @Autowired
    JdbcClient postgres;

    private List<Long> made() {
        return postgres.sql("SELECT id FROM journey WHERE ready IS NOT NULL AND deleted_at IS NULL ORDER BY ready")
                .query(Long.class)
                .list();
    }

    @Test
    void allEightCanBePublishedAsTheyAreWithTheirOwnWords() {
        Waiting.until(() -> {
            ready.install();
            return made().size() == 8;
        });
        for (long id : made()) {
            JsonNode journey = caller.get("/api/journeys/" + id).json();
            assertThat(journey.path("faults").size()).as(journey.toString()).isZero();
            for (JsonNode node : journey.at("/definition/nodes")) {
                if (node.path("kind").asString().equals("message")) {
                    JsonNode template = caller.get(
                                    "/api/templates/" + node.path("template").asLong())
                            .json();
                    assertThat(template.at("/wording/text").asString())
                            .as(node.toString())
                            .matches(".*\\p{IsHan}.*");
                }
            }
        }
        ready.install();
        assertThat(made()).hasSize(8);
    }
}
