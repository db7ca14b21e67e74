package io.guanxi.identity;

import static io.guanxi.identity.TestEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** {@code /api/identifier-rules}, and that the next batch obeys what it sets. */
@ServerTest
class IdentifierRuleTests {

    private static final String RULES = "/api/identifier-rules";

    @Autowired
    Caller caller;

    @Autowired
    Identities identities;

    @Autowired
    DuckDb staging;

    @Test
    void aBlockedValueNamesNobodyUntilItIsAllowedAgain() {
        assertThat(resolved(anEvent("block-1", 1, "card:Hotline-1"))).isPositive();
        JsonNode rules =
                caller.post(RULES + "/blocked", "{\"value\":\" HOTLINE-2 \"}").json();
        assertThat(texts(rules.path("blocked"))).contains("hotline-2").isSorted();
        assertThat(resolved(anEvent("block-2", 2, "card:Hotline-2"))).isZero();
        assertThat(caller.post(RULES + "/blocked", "{\"value\":\"hotline-2\"}").status())
                .as("blocking it twice changes nothing")
                .isEqualTo(200);

        assertThat(caller.delete(RULES + "/blocked?value=Hotline-2").status()).isEqualTo(200);
        assertThat(resolved(anEvent("block-3", 3, "card:Hotline-2"))).isPositive();
        assertThat(caller.delete(RULES + "/blocked?value=Hotline-2").code()).isEqualTo("identifier-rule.value-unknown");
        assertThat(caller.post(RULES + "/blocked", "{\"value\":\"  \"}").code())
                .isEqualTo("identifier-rule.value-invalid");
    }

    @Test
    void aNewKindHasTheLimitsItWasGivenAndKeepsItsStrength() {
        assertThat(caller.put(RULES + "/kinds/badge", "{\"most\":1,\"mostAWeek\":1}")
                        .status())
                .isEqualTo(200);
        int no = resolved(anEvent("limit-1", 1, "user:limit", "badge:b1"));
        resolved(anEvent("limit-2", 2, "user:limit", "badge:b2"));
        assertThat(keysOf(no)).containsExactlyInAnyOrder("user:limit", "badge:b1");

        JsonNode rules = caller.put(RULES + "/kinds/badge", "{\"most\":2,\"mostAWeek\":2,\"strong\":false}")
                .json();
        assertThat(rules.path("kinds")
                        .valueStream()
                        .filter(kind -> kind.path("kind").asString().equals("badge"))
                        .map(JsonNode::toString))
                .containsExactly("{\"kind\":\"badge\",\"strong\":true,\"most\":2,\"mostAWeek\":2}");
        resolved(anEvent("limit-3", 3, "user:limit", "badge:b3"));
        assertThat(keysOf(no)).containsExactlyInAnyOrder("user:limit", "badge:b1", "badge:b3");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(caller.put(RULES + "/kinds/No%20Kind", "{\"most\":2,\"mostAWeek\":2}")
                        .code())
                .isEqualTo("identifier-rule.kind-invalid");
        assertThat(caller.put(RULES + "/kinds/badge2", "{\"most\":2,\"mostAWeek\":3}")
                        .code())
                .isEqualTo("identifier-rule.limits-invalid");
        assertThat(caller.put(RULES + "/kinds/badge2", "{\"most\":0,\"mostAWeek\":0}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void onlyAnAdministratorChangesThemAndTheTrailNamesNoValue() {
        String secret = caller.post("/api/keys", "{\"kind\":\"API\",\"name\":\"rules\",\"role\":\"OPERATOR\"}")
                .json()
                .path("secret")
                .asString();
        Caller operator = caller.withApiKey(secret);
        assertThat(operator.get(RULES).status()).isEqualTo(200);
        assertThat(operator.post(RULES + "/blocked", "{\"value\":\"x\"}").status())
                .isEqualTo(403);

        caller.post(RULES + "/blocked", "{\"value\":\"13900000077\"}");
        JsonNode trail =
                caller.get("/api/audit?action=identifier-value.blocked").json();
        assertThat(trail.path("items")).isNotEmpty();
        assertThat(trail.toString()).doesNotContain("13900000077");
    }

    /** {@return the member of an event that came in, 0 for nobody} */
    private int resolved(TestEvent event) {
        try (EventBatch batch = EventBatch.in(staging)) {
            event.stageIn(batch);
            identities.resolve(batch, done -> done);
            return batch.sql()
                    .sql("SELECT coalesce(max(member_no), 0) FROM event")
                    .query(Integer.class)
                    .single();
        }
    }

    private List<String> keysOf(int no) {
        return identities.identifiersOf(no).stream()
                .map(held -> held.kind() + ":" + held.key())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
