package io.guanxi.identity;

import static io.guanxi.identity.TestEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The calls under {@code /api/members/{no}} that belong to identity, on the whole server. */
@ServerTest
class MemberIdentityTests {

    @Autowired
    Caller caller;

    @Autowired
    Identities identities;

    @Autowired
    Erasures erasures;

    @Autowired
    DuckDb staging;

    @Test
    void whoMayNotSeePersonalDataSeesItMasked() {
        int no = known(
                anEvent("mask-1", 1, "user:mask", "phone:13912345678").with("{\"name\":\"林小雨\",\"city\":\"Wuxi\"}"));
        Caller guide = caller.withApiKey(keyFor("GUIDE"));

        assertThat(caller.get("/api/members/" + no + "/identifiers").text()).contains("13912345678");
        assertThat(caller.get("/api/members/" + no + "/traits").text()).contains("林小雨", "\"value\":\"Wuxi\"");
        assertThat(guide.get("/api/members/" + no + "/identifiers").text())
                .contains("139****5678")
                .doesNotContain("13912345678");
        assertThat(guide.get("/api/members/" + no + "/traits").text())
                .contains("林*", "Wuxi")
                .doesNotContain("林小雨");
    }

    @Test
    void theNumberOfAMergedMemberLeadsToTheSurvivor() {
        int one = known(anEvent("merge-1", 1, "user:merge"));
        int other = known(anEvent("merge-2", 2, "phone:13912340001"));
        known(anEvent("merge-3", 3, "user:merge", "phone:13912340001"));

        JsonNode answer = caller.get("/api/members/" + other + "/identifiers").json();
        assertThat(answer.path("no").asInt()).isEqualTo(one);
        assertThat(answer.path("identifiers")).hasSize(2);
        assertThat(answer.at("/merges/0/memberNo").asInt()).isEqualTo(other);
        assertThat(answer.at("/merges/0/eventId").asString()).isEqualTo("merge-3");
    }

    @Test
    void aConsentIsNotedAndTakenBack() {
        int no = known(anEvent("consent-1", 1, "user:consent"));
        String path = "/api/members/" + no + "/consent";

        assertThat(caller.put(path + "/sms", "{\"granted\":true}")
                        .json()
                        .at("/items/0/granted")
                        .asBoolean())
                .isTrue();
        assertThat(caller.put(path + "/sms", "{\"granted\":false}").status()).isEqualTo(200);
        JsonNode consent = caller.get(path).json().path("items");
        assertThat(consent).hasSize(1);
        assertThat(consent.at("/0/granted").asBoolean()).isFalse();
        assertThat(caller.put(path + "/S%20MS", "{\"granted\":true}").code()).isEqualTo("consent.channel-invalid");
        assertThat(caller.put(path + "/sms", "{}").status()).isEqualTo(400);
        assertThat(caller.withApiKey(keyFor("ANALYST"))
                        .put(path + "/sms", "{\"granted\":true}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aMemberIsExportedAndErased() {
        int no = known(anEvent("erase-1", 1, "user:erase", "phone:13912340002").with("{\"city\":\"Wuxi\"}"));
        String path = "/api/members/" + no;

        Answer export = caller.get(path + "/export");
        assertThat(export.header("Content-Disposition")).contains("member-" + no + ".json");
        assertThat(export.json().at("/held/identity/identifiers")).hasSize(2);
        assertThat(export.json().at("/held/identity/traits/0/value").asString()).isEqualTo("Wuxi");
        assertThat(caller.withApiKey(keyFor("ANALYST")).get(path + "/export").status())
                .isEqualTo(403);

        assertThat(caller.post(path + "/erasure", "{}").status()).isEqualTo(400);
        Answer asked = caller.post(path + "/erasure", "{\"reason\":\"asked by letter\"}");
        assertThat(asked.status()).isEqualTo(202);
        erasures.work();

        JsonNode certificate = caller.get(asked.header("Location")).json();
        assertThat(certificate.path("state").asString()).isEqualTo("DONE");
        assertThat(certificate.path("reason").asString()).isEqualTo("asked by letter");
        assertThat(certificate.path("proofs")).hasSize(2);
        JsonNode listed =
                caller.get("/api/erasures?limit=1").json().path("items").get(0);
        assertThat(listed.path("id")).isEqualTo(certificate.path("id"));
        assertThat(listed.path("state").asString()).isEqualTo("DONE");
        assertThat(listed.path("percent").asDouble()).isEqualTo(100);
        assertThat(listed.path("rows").asLong()).isPositive();
        assertThat(caller.get("/api/erasures?limit=1&before="
                                + listed.path("id").asLong())
                        .json()
                        .toString())
                .doesNotContain("\"id\":" + listed.path("id").asLong() + ",");
        assertThat(caller.withApiKey(keyFor("OPERATOR")).get("/api/erasures").status())
                .isEqualTo(403);
        assertThat(caller.get(path + "/identifiers").code()).isEqualTo("member.unknown");
        assertThat(caller.get(path + "/export").code()).isEqualTo("member.unknown");
        assertThat(known(anEvent("erase-2", 2, "user:erase"))).isGreaterThan(no);
    }

    @Test
    void anUnknownMemberIsAProblem() {
        assertThat(Stream.of("identifiers", "traits", "consent", "export")
                        .map(call ->
                                caller.get("/api/members/2000000000/" + call).code()))
                .containsOnly("member.unknown");
        assertThat(caller.get("/api/erasures/2000000000").code()).isEqualTo("erasure.unknown");
    }

    /** {@return the member of an event that came in} */
    private int known(TestEvent event) {
        try (EventBatch batch = EventBatch.in(staging)) {
            event.stageIn(batch);
            identities.resolve(batch, done -> done);
            return batch.sql()
                    .sql("SELECT member_no FROM event")
                    .query(Integer.class)
                    .single();
        }
    }

    private String keyFor(String role) {
        return caller.post("/api/keys", "{\"kind\":\"API\",\"name\":\"test\",\"role\":\"" + role + "\"}")
                .json()
                .path("secret")
                .asString();
    }
}
