package io.guanxi.journey.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.engine.Engine;
import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whoever a question finds is let in for a key, such as the community they are invited to; what is said and waited for is of that key. */
@ServerTest
class KeyedEntryTests {

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    Engine audiences;

    @Autowired
    JdbcClient postgres;

    private JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }

    private void track(String user, String event, String properties) {
        ok(caller.withWriteKey(Caller.WRITE_KEY)
                .post(
                        "/v1/track",
                        "{\"userId\":\"%s\",\"event\":\"%s\",\"properties\":%s}".formatted(user, event, properties)));
    }

    private int no(String user) {
        return caller.get("/api/members/by/user/" + user).json().path("no").asInt();
    }

    private long invitation() {
        long template = ok(caller.post("/api/templates", """
                        {"name":"keyed entries","channel":"guide","category":"service",
                         "wording":{"variables":["community"],"title":"To {{var.community|somewhere}}","text":"Come to {{var.community|somewhere}}"}}""")).path("id").asLong();
        long id = ok(caller.post("/api/journeys", """
                        {"definition":{"name":"keyed entries","entry":{"kind":"api"},"reentry":{"kind":"never"},"start":"invite",
                         "nodes":[{"kind":"message","key":"invite","template":%d,"next":"joined"},
                                  {"kind":"wait","key":"joined","next":"there",
                                   "until":{"kind":"event","event":{"name":"Community Joined"},"keyColumn":"COMMUNITY","within":{"days":7}}},
                                  {"kind":"goal","key":"there"}]}}""".formatted(template)))
                .at("/summary/id")
                .asLong();
        ok(caller.post("/api/journeys/" + id + "/publish", "{\"revision\":1}"));
        return id;
    }

    private JsonNode letIn(long journey, String event, String key, String name) {
        return ok(caller.post("/api/journeys/" + journey + "/entries", """
                {"expression":{"kind":"did","event":{"name":"%s"}},"key":"%s","values":{"community":"%s"}}""".formatted(event, key, name)));
    }

    private List<String> said(long journey) {
        return postgres.sql("""
                        SELECT said ->> 'community' || ' ' || member_no FROM message
                        WHERE origin_kind = 'journey' AND origin_id = ? ORDER BY 1""")
                .param(Long.toString(journey))
                .query(String.class)
                .list();
    }

    private int at(long journey, String node) {
        return ok(caller.get("/api/journeys/" + journey + "/instances?living=true&node=" + node))
                .path("items")
                .size();
    }

    @Test
    void whoIsInvitedToACommunityHearsItsNameAndIsThereOnceTheyJoinIt() {
        for (String user : List.of("keyed-bai", "keyed-hei")) {
            track(user, "Keyed Entry Wanted", "{}");
        }
        mart.settle();
        audiences.follow();
        long id = invitation();
        JsonNode first = letIn(id, "Keyed Entry Wanted", "keyed-tea", "Tea friends");
        assertThat(first.path("asked").asInt()).isEqualTo(2);
        assertThat(first.path("entered").asInt()).isEqualTo(2);
        letIn(id, "Keyed Entry Wanted", "keyed-milk", "Milk friends");
        Waiting.until(() -> at(id, "joined") == 4);
        assertThat(said(id))
                .containsExactlyInAnyOrder(
                        "Tea friends " + no("keyed-bai"),
                        "Tea friends " + no("keyed-hei"),
                        "Milk friends " + no("keyed-bai"),
                        "Milk friends " + no("keyed-hei"));

        track("keyed-bai", "Community Joined", "{\"community\":\"keyed-other\"}");
        track("keyed-bai", "Community Joined", "{\"community\":\"keyed-milk\"}");
        Waiting.until(() -> at(id, "joined") == 3);
        JsonNode bai = ok(caller.get("/api/journeys/" + id + "/instances?living=false&member=" + no("keyed-bai")));
        assertThat(bai.path("items").size()).isEqualTo(1);
        assertThat(bai.at("/items/0/key").asString()).isEqualTo("keyed-milk");
        assertThat(ok(caller.get("/api/journeys/" + id + "/counts"))
                        .path("converted")
                        .asInt())
                .isEqualTo(1);

        for (String key : List.of("keyed-tea", "keyed-milk")) {
            assertThat(letIn(id, "Keyed Entry Wanted", key, "again")
                            .path("entered")
                            .asInt())
                    .as("nobody is invited twice, %s", key)
                    .isZero();
        }
        assertThat(said(id)).hasSize(4);
    }

    @Test
    void oneWayOfNamingWhoComesInAndWordsOnlyOfAKey() {
        long id = invitation();
        String everyone = "\"expression\":{\"kind\":\"everyone\"}";
        assertThat(caller.post("/api/journeys/" + id + "/entries", "{" + everyone + ",\"members\":[1]}")
                        .code())
                .isEqualTo("journey.entries");
        assertThat(caller.post("/api/journeys/" + id + "/entries", "{}").code()).isEqualTo("journey.entries");
        Answer wrong = caller.post("/api/journeys/" + id + "/entries", "{\"expression\":{\"kind\":\"nobody\"}}");
        assertThat(wrong.code()).isEqualTo("audience.kind-unknown");
        for (String values : List.of(
                "\"values\":{\"community\":\"no key\"}",
                "\"key\":\"k\",\"values\":{\"community\":\"" + "x".repeat(501) + "\"}",
                "\"key\":\"k\",\"values\":{\"community\":null}")) {
            Answer refused = caller.post("/api/journeys/" + id + "/entries", "{" + everyone + "," + values + "}");
            assertThat(refused.code()).as(refused.text()).isEqualTo("journey.entry-values");
        }
        assertThat(at(id, "joined")).isZero();
    }
}
