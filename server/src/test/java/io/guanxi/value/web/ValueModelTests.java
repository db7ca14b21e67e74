package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reading, trying out and changing the value model. */
@ServerTest
class ValueModelTests {

    @Autowired
    Caller caller;

    private ObjectNode model() {
        return (ObjectNode) caller.get("/api/value-model").json().path("model");
    }

    private static String body(String name, JsonNode model, String more) {
        return "{\"" + name + "\":" + model + more + "}";
    }

    private Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    @Test
    void aChangeIsANewVersionThatTheNextRunUses() {
        JsonNode before = ok(caller.get("/api/value-model")).json();
        ObjectNode edited = model();
        ((ObjectNode) edited.path("dimensions").path("social")).put("scale", 25);
        JsonNode saved = ok(caller.put("/api/value-model", body("model", edited, ",\"note\":\"sharing grew\"")))
                .json();
        assertThat(saved.path("version").asInt())
                .isEqualTo(before.path("version").asInt() + 1);
        JsonNode newest =
                ok(caller.get("/api/value-model/versions")).json().path("items").get(0);
        assertThat(newest.path("note").asString()).isEqualTo("sharing grew");
        assertThat(newest.path("changes")).hasSize(1);
        assertThat(newest.path("changes").get(0).path("field").asString()).isEqualTo("dimensions.social.scale");
        assertThat(newest.path("changes").get(0).path("to").asString()).isEqualTo("25.0");
        assertThat(Runs.score(caller, "{}").path("modelVersion")).isEqualTo(saved.path("version"));
        assertThat(ok(caller.put("/api/value-model", body("model", edited, "")))
                        .json()
                        .path("version"))
                .as("the same model again is no new version")
                .isEqualTo(saved.path("version"));
        ok(caller.put("/api/value-model", body("model", before.path("model"), ",\"note\":\"back\"")));
    }

    @Test
    void aFaultyModelIsRefusedByField() {
        ObjectNode edited = model();
        ((ObjectNode) edited.path("events").get(0)).put("halfLifeDays", -1);
        Answer answer = caller.put("/api/value-model", body("model", edited, ""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("value-model.invalid");
        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("events[0].halfLifeDays");
        assertThat(caller.put("/api/value-model", "{}").code()).isEqualTo("request.invalid");
    }

    @Test
    void aPreviewShowsWhatWouldChangeAndChangesNothing() {
        Tracking shop = new Tracking(caller, "preview");
        shop.order("preview-qi", 0, 590);
        Runs.score(caller, "{}");
        int no = caller.get("/api/members/by/user/preview-qi").json().path("no").asInt();
        // raw 600: 63.2121 of 100 at scale 600, value 25.2848; at scale 1200 39.3469, value 15.7388
        ObjectNode edited = model();
        ((ObjectNode) edited.path("dimensions").path("consumption")).put("scale", 1200);
        JsonNode preview = ok(caller.post(
                        "/api/value-model/preview", body("model", edited, ",\"members\":[" + no + "]")))
                .json();
        JsonNode example = preview.path("examples").get(0);
        assertThat(example.path("no").asInt()).isEqualTo(no);
        assertThat(example.path("before").asDouble()).isEqualTo(25.2848);
        assertThat(example.path("after").asDouble()).isEqualTo(15.7388);
        assertThat(preview.path("after").path("highValue").asLong())
                .isLessThan(preview.path("before").path("highValue").asLong());
        assertThat(preview.path("before").path("bins")).hasSize(20);
        assertThat(ok(caller.get("/api/members/" + no)).json().path("value").asDouble())
                .isEqualTo(25.28);
        assertThat(ok(caller.post("/api/value-model/preview", body("model", edited, "")))
                        .json()
                        .path("examples"))
                .isNotEmpty();
    }

    @Test
    void calibrationGivesTheWantedScoreToTheWantedMember() {
        Tracking shop = new Tracking(caller, "calibrate");
        for (int i = 1; i <= 10; i++) {
            shop.event("calibrate-" + i, "Content Published", Tracking.noon(0), "{}");
        }
        Runs.score(caller, "{}");
        JsonNode fit = ok(caller.post("/api/value-model/calibrate", "{\"share\":0.5,\"score\":50}"))
                .json();
        JsonNode content = fit.path("dimensions").path("content");
        // half of those who wrote anything have at most 10 points: scale = 10 / ln 2 = 14.4
        assertThat(content.path("raw").asDouble()).isEqualTo(10);
        assertThat(content.path("suggested").asDouble()).isEqualTo(14.4);
        assertThat(content.path("medianScore").asDouble()).isEqualTo(50, within(0.1));
        assertThat(fit.path("model")
                        .path("dimensions")
                        .path("content")
                        .path("scale")
                        .asDouble())
                .isEqualTo(14.4);
        assertThat(caller.post("/api/value-model/calibrate", "{\"share\":2}").code())
                .isEqualTo("request.invalid");
    }

    @Test
    void yamlIsTakenAsWell() {
        String yaml = JsonMapper.shared().writeValueAsString(model().toString());
        ok(caller.post("/api/value-model/preview", "{\"yaml\":" + yaml + "}"));
    }
}
