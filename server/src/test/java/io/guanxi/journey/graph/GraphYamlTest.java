package io.guanxi.journey.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GraphYamlTest {

    private static final String BRANCH = """
            name: by activity
            start: Active
            nodes:
              - {key: Active, kind: branch, audience: {kind: everyone}, yes: Offer, no: Later, await: true}
              - {key: Later, kind: wait, until: {kind: day, day: 3, at: 10:30}}
            """;

    @Test
    void theWaysYesAndNoAreNoTruthValues() {
        JsonNode branch = GraphYaml.toJson(BRANCH).path("nodes").path(0);

        assertThat(branch.path("yes").asString()).isEqualTo("Offer");
        assertThat(branch.path("no").asString()).isEqualTo("Later");
        assertThat(branch.path("await").asBoolean()).isTrue();
    }

    @Test
    void aTimeOfDayIsNoNumberToTheBaseOfSixty() {
        assertThat(GraphYaml.toJson(BRANCH).at("/nodes/1/until/at").asString()).isEqualTo("10:30");
    }

    private static GraphReader.Result read(String within) {
        return GraphReader.read(GraphYaml.toJson("""
                name: slots
                entry: {kind: api}
                start: Tea
                nodes:
                  - {key: Tea, kind: message, template: 7%s}
                """.formatted(within)));
    }

    @Test
    void aMessageMayMakeSenseForAWhileOnly() {
        assertThat(read(", within: {hours: 1, minutes: 30}"))
                .isInstanceOfSatisfying(GraphReader.Understood.class, it -> assertThat(
                                ((Node.Message) it.graph().nodes().getFirst()).within())
                        .isEqualTo(new Until.Span(0, 1, 30)));
        assertThat(read("")).isInstanceOfSatisfying(GraphReader.Understood.class, it -> assertThat(
                        ((Node.Message) it.graph().nodes().getFirst()).within())
                .isNull());
        assertThat(read(", within: {hours: 0}")).isInstanceOfSatisfying(GraphReader.Refused.class, it -> assertThat(
                        it.fault().toString())
                .contains("/nodes/0/within"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"companion-camp-21", "falling-silent", "insurance-t-plus", "new-friend-t7"})
    void aReadyJourneyLeadsToEachOfItsNodes(String name) throws IOException {
        JsonNode graph;
        try (InputStream text = getClass().getResourceAsStream("/journeys/" + name + ".yaml")) {
            graph = GraphYaml.toJson(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
        Set<String> led = new HashSet<>(Set.of(graph.path("start").asString()));
        for (JsonNode node : graph.path("nodes")) {
            for (String way : List.of("next", "otherwise", "yes", "no")) {
                led.add(node.path(way).asString(""));
            }
            node.path("answers").forEach(answer -> led.add(answer.path("next").asString("")));
            node.path("arms").forEach(arm -> led.add(arm.path("next").asString("")));
        }

        assertThat(graph.path("nodes")).isNotEmpty().allSatisfy(node -> assertThat(led)
                .contains(node.path("key").asString()));
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        JsonNode graph = GraphYaml.toJson(BRANCH);

        assertThat(GraphYaml.toJson(GraphYaml.toYaml(graph))).isEqualTo(graph);
    }
}
