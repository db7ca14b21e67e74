package io.guanxi.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The description from which the console's types are made. */
@ServerTest
class ApiDescriptionTests {

    @Autowired
    Caller caller;

    private JsonNode description = MissingNode.getInstance();

    @BeforeEach
    void read() {
        description = caller.get("/api/openapi.json").json();
    }

    @Test
    void aFieldIsRequiredUnlessItMayBeNull() {
        assertThat(required("Import"))
                .contains("id", "state", "read", "accepted", "createdAt")
                .doesNotContain("startedAt", "secondsLeft", "problem");
        assertThat(required("MemberCard"))
                .contains("no", "identifiers", "orders")
                .doesNotContain("value");
        assertThat(required("PageImport")).contains("items").doesNotContain("next");
    }

    @Test
    void trackingTakesAWriteKeyAndTheRestAnApiKeyOrASession() {
        assertThat(description.at("/paths/~1v1~1track/post/security").toString())
                .isEqualTo("[{\"basic\":[]}]");
        assertThat(description.path("security").toString()).isEqualTo("[{\"bearer\":[]},{\"cookie\":[]}]");
    }

    /** Two types of one name would leave the calls of the second without an answer. */
    @Test
    void everyCallThatAnswersSaysWithWhat() {
        List<String> silent = description
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(call ->
                                call.getValue().at("/responses/200/content").isObject())
                        .filter(call ->
                                call.getValue().at("/responses/200/content").isEmpty())
                        .map(call -> call.getKey() + " " + path.getKey()))
                .toList();

        assertThat(silent).isEmpty();
    }

    private List<String> required(String schema) {
        JsonNode found = description.at("/components/schemas/" + schema);
        assertThat(found.isObject()).as(schema).isTrue();
        return found.path("required").valueStream().map(JsonNode::asString).toList();
    }
}
