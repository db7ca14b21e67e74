package io.guanxi.collect.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompactJsonTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"a\": 1, \"b\": [true, false, null], \"c\": {\"d\": \"e\"}}",
                "[1.5, -0.0, 1e300, 2E-7, 123456789012345678901234567890, 9223372036854775807]",
                "[\"quote \\\" backslash \\\\ slash \\/ tab \\t line \\n return \\r \\b \\f \\u0001 \\u001f \\u0000\"]",
                "[\"珈琲 ☕ \\ud83d\\ude00 \\u2028 \\u007f\"]",
                "{\"ke\\\"y\": [[], [[]], {}]}"
            })
    void writesWhatJacksonWrites(String text) {
        JsonNode node = JsonMapper.shared().readTree(text);
        assertThat(CompactJson.of(node)).isEqualTo(node.toString());
        assertThat(JsonMapper.shared().readTree(CompactJson.of(node))).isEqualTo(node);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"a\":{\"b\":[1,2,3,null,true,false,1.25]}}",
                "[\"\\u0001\\u0001\\u0001\"]",
                "[\"珈琲珈琲\",\"\\ud83d\\ude00\"]"
            })
    void boundsTheBytesFromAbove(String text) {
        JsonNode node = JsonMapper.shared().readTree(text);
        assertThat(CompactJson.atMostBytes(node))
                .isGreaterThanOrEqualTo(CompactJson.of(node).getBytes(StandardCharsets.UTF_8).length);
    }
}
