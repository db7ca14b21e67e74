package io.guanxi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventTemplateTest {

    @Test
    void everyEventHasItsOwnIdAndAUserOfTheBrand() {
        EventTemplate template = EventTemplate.batch(100, 10, 7);
        Set<String> ids = new HashSet<>();
        Set<String> users = new HashSet<>();
        for (long first : new long[] {1, 101}) {
            JsonNode batch = JsonMapper.shared().readTree(template.fill(first)).path("batch");
            for (JsonNode event : batch) {
                ids.add(event.path("messageId").asString());
                users.add(event.path("userId").asString());
            }
        }
        assertThat(ids).hasSize(200).contains("id-000000000001", "id-000000000200");
        assertThat(users).hasSize(10).contains("user-00000000", "user-00000009");
    }

    @Test
    void theSameSeedSendsTheSame() {
        String one = new String(EventTemplate.batch(20, 1000, 7).fill(1), StandardCharsets.UTF_8);
        String same = new String(EventTemplate.batch(20, 1000, 7).fill(1), StandardCharsets.UTF_8);
        String other = new String(EventTemplate.batch(20, 1000, 8).fill(1), StandardCharsets.UTF_8);
        assertThat(same).isEqualTo(one).isNotEqualTo(other);
    }
}
