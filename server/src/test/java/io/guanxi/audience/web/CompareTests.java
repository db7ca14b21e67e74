package io.guanxi.audience.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.live.Memberships;
import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Audiences beside each other and beside everybody, by API. */
@ServerTest
class CompareTests {

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    Engine engine;

    @Autowired
    Memberships memberships;

    private void track(String user, String event, String properties) {
        Answer answer = caller.withWriteKey(Caller.WRITE_KEY)
                .post(
                        "/v1/track",
                        "{\"userId\":\"%s\",\"event\":\"%s\",\"timestamp\":\"%s\",\"properties\":%s}"
                                .formatted(user, event, Instant.now().minus(1, ChronoUnit.DAYS), properties));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void arrive() {
        mart.settle();
        engine.follow();
        memberships.refresh();
    }

    private void run() {
        Answer run = caller.post("/api/runs", "{}");
        Waiting.until(() -> caller.get("/api/runs/" + run.json().path("id").asLong())
                .json()
                .path("state")
                .asString()
                .equals("DONE"));
    }

    private long did(String event) {
        return save(event, "{\"kind\":\"did\",\"event\":{\"name\":\"" + event + "\"}}");
    }

    private long save(String name, String expression) {
        Answer answer =
                caller.post("/api/audiences", "{\"name\":\"%s\",\"expression\":%s}".formatted(name, expression));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private int count(String expression) {
        Answer answer = caller.post("/api/audiences/preview", "{\"sample\":0,\"expression\":" + expression + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("members").asInt();
    }

    @Test
    void overlapsAreCountedWithoutCountingAnybodyTwice() {
        track("overlap-a", "Overlap One", "{}");
        track("overlap-b", "Overlap One", "{}");
        track("overlap-b", "Overlap Two", "{}");
        track("overlap-c", "Overlap Two", "{}");
        track("overlap-d", "Overlap Two", "{}");
        arrive();
        long one = did("Overlap One");
        long two = did("Overlap Two");
        JsonNode overlap =
                caller.get("/api/audiences/overlap?ids=" + one + "," + two).json();
        assertThat(overlap.path("members").asInt()).as(overlap.toString()).isEqualTo(4);
        assertThat(overlap.at("/audiences/0/members").asInt()).isEqualTo(2);
        assertThat(overlap.at("/audiences/1/members").asInt()).isEqualTo(3);
        assertThat(overlap.at("/parts/0/in").toString()).isEqualTo("[" + two + "]");
        assertThat(overlap.at("/parts/0/members").asInt()).isEqualTo(2);
        assertThat(overlap.path("parts").size()).isEqualTo(3);
        assertThat(caller.get("/api/audiences/overlap?ids=" + one + ",," + two).code())
                .isEqualTo("request.invalid");
        assertThat(caller.get("/api/audiences/overlap?ids=" + one).code()).isEqualTo("request.invalid");
        assertThat(caller.get("/api/audiences/overlap?ids=" + one + "," + one).code())
                .isEqualTo("request.invalid");
        assertThat(caller.get("/api/audiences/overlap?ids=1,2,3,4,5,6,7").code())
                .isEqualTo("request.invalid");
        assertThat(caller.get("/api/audiences/overlap?ids=" + one + ",999999").code())
                .isEqualTo("audience.unknown");
    }

    /** Each row of a profile names its condition; the engine finds as many for it as the profile counts. */
    @Test
    void aProfileCountsWhatItsConditionsFind() {
        track("profile-a", "Profile Shown", "{}");
        track("profile-a", "Order Completed", "{\"total\":90}");
        track("profile-a", "Community Joined", "{\"community\":\"profile-club\"}");
        track("profile-b", "Profile Shown", "{}");
        track("profile-c", "Order Completed", "{\"total\":30}");
        arrive();
        run();
        arrive();
        int tag = tagged("profile-b");
        String shown = "{\"kind\":\"did\",\"event\":{\"name\":\"Profile Shown\"}}";
        long id = save("profile", shown);
        JsonNode profile = caller.get("/api/audiences/" + id + "/profile").json();
        assertThat(profile.path("members").asInt()).as(profile.toString()).isEqualTo(2);
        assertThat(profile.path("everybody").asInt()).isEqualTo(count("{\"kind\":\"everyone\"}"));
        Set<String> attributes = new HashSet<>();
        for (JsonNode row : profile.path("rows")) {
            String expression = row.path("expression").toString();
            attributes.add(row.path("attribute").asString());
            assertThat(count(expression))
                    .as(expression)
                    .isEqualTo(row.path("having").asInt());
            assertThat(count("{\"kind\":\"all\",\"of\":[" + shown + "," + expression + "]}"))
                    .as(expression)
                    .isEqualTo(row.path("inside").asInt());
        }
        assertThat(attributes).contains("STAGE", "LAYER", "LEVEL", "RFM", "COMMUNITY", "TAG");
        assertThat(profile.path("rows").toString()).contains("\"key\":\"" + tag + "\"");
        JsonNode club = profile.path("rows")
                .valueStream()
                .filter(row -> row.path("key").asString().equals("profile-club"))
                .findFirst()
                .orElseThrow();
        assertThat(club.path("share").asDouble()).isEqualTo(0.5);
        assertThat(club.path("verdict").asString()).isEqualTo("TOO_FEW");
        assertThat(profile.at("/figures/0/median").isNumber()).isTrue();
    }

    private int tagged(String user) {
        int group = caller.post("/api/tags/groups", "{\"name\":\"profile\"}")
                .json()
                .path("id")
                .asInt();
        int tag = caller.post("/api/tags", "{\"group\":" + group + ",\"name\":\"shown\"}")
                .json()
                .path("id")
                .asInt();
        int no = caller.get("/api/members/by/user/" + user).json().path("no").asInt();
        Answer answer = caller.put("/api/members/" + no + "/tags/" + tag, "{}");
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
        return tag;
    }

    @Test
    void eachPartOfAGroupTellsWhatItAloneDoes() {
        track("cost-a", "Cost One", "{}");
        track("cost-a", "Cost Two", "{}");
        track("cost-b", "Cost One", "{}");
        track("cost-c", "Cost Two", "{}");
        track("cost-d", "Cost Two", "{}");
        arrive();
        String one = "{\"kind\":\"did\",\"event\":{\"name\":\"Cost One\"}}";
        String two = "{\"kind\":\"did\",\"event\":{\"name\":\"Cost Two\"}}";
        assertThat(weights("all", one, two)).containsExactly("2 2", "1 1"); // left, and kept out by it alone
        assertThat(weights("any", one, two)).containsExactly("null 1", "null 2"); // brought in by it alone
    }

    private List<String> weights(String group, String one, String two) {
        JsonNode parts = caller.post(
                        "/api/audiences/preview",
                        "{\"expression\":{\"kind\":\"%s\",\"of\":[%s,%s]}}".formatted(group, one, two))
                .json()
                .path("parts");
        List<String> weights = new ArrayList<>();
        for (int i = 1; i < parts.size(); i++) {
            weights.add(parts.path(i).path("left").asString("null") + " "
                    + parts.path(i).path("alone").asString("null"));
        }
        return weights;
    }

    /** A cancelling that comes first is heard, so that nothing need take long here. */
    @Test
    void whatTakesLongCanBeCancelledByItsToken() {
        track("cancel-a", "Cancel One", "{}");
        arrive();
        long one = did("Cancel One");
        long two = did("Cancel Two");
        int no = caller.get("/api/members/by/user/cancel-a").json().path("no").asInt();
        for (String question : List.of(
                "/api/audiences/" + one + "/profile?token=",
                "/api/audiences/overlap?ids=" + one + "," + two + "&token=",
                "/api/audiences/" + one + "/explain/" + no + "?token=")) {
            String token = "cancel-" + Math.abs(question.hashCode());
            assertThat(caller.delete("/api/questions/" + token).status()).isEqualTo(204);
            Answer cancelled = caller.get(question + token);
            assertThat(cancelled.status()).as(question).isEqualTo(409);
            assertThat(cancelled.code()).isEqualTo("audience.cancelled");
            assertThat(caller.get(question + token).status()).as(question).isEqualTo(200);
        }
        String preview = "{\"expression\":{\"kind\":\"everyone\"},\"audience\":" + one + ",\"token\":\"cancel-p\"}";
        assertThat(caller.delete("/api/questions/cancel-p").status()).isEqualTo(204);
        assertThat(caller.post("/api/audiences/preview", preview).code()).isEqualTo("audience.cancelled");
        assertThat(caller.delete("/api/questions/cancel-t").status()).isEqualTo(204);
        assertThat(caller.get("/api/tags/trials?token=cancel-t").code()).isEqualTo("tag.cancelled");
        assertThat(caller.get("/api/tags/trials?token=cancel-t").status()).isEqualTo(200);
    }

    @Test
    void aMemberKnowsTheAudiencesItIsIn() {
        track("belongs-a", "Belongs Here", "{}");
        track("belongs-b", "Belongs There", "{}");
        arrive();
        long here = did("Belongs Here");
        long there = did("Belongs There");
        int no = caller.get("/api/members/by/user/belongs-a").json().path("no").asInt();
        List<Long> in = new ArrayList<>();
        caller.get("/api/members/" + no + "/audiences")
                .json()
                .path("items")
                .forEach(it -> in.add(it.path("id").asLong()));
        assertThat(in).contains(here).doesNotContain(there);
        assertThat(caller.get("/api/members/99999999/audiences").code()).isEqualTo("member.unknown");
    }

    @Test
    void theWordsThatConditionsUseAreThoseOfTheBrand() {
        caller.withWriteKey(Caller.WRITE_KEY)
                .post(
                        "/v1/identify",
                        "{\"userId\":\"words-a\",\"traits\":{\"words_city\":\"杭州\",\"consent_words\":true}}");
        arrive();
        JsonNode words = caller.get("/api/audiences/vocabulary").json();
        assertThat(words.path("traits").toString()).contains("words_city");
        assertThat(words.path("consents").toString()).contains("words");
        long id = did("Trend Looked At");
        assertThat(caller.get("/api/audiences/trends?days=2").text()).contains("\"id\":" + id);
    }
}
