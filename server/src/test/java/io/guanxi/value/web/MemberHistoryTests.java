package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A member against their own past, and against others, by API. */
@ServerTest
class MemberHistoryTests {

    @Autowired
    Caller caller;

    private JsonNode member(String user) {
        return caller.get("/api/members/by/user/" + user).json();
    }

    @Test
    void theLastPointIsTheScoreAndTheChangesTellTheRoadThere() {
        Tracking shop = new Tracking(caller, "past");
        shop.event("past-ma", "Product Viewed", Tracking.noon(40), "{}");
        shop.order("past-ma", 20, 300);
        shop.order("past-ma", 6, 200);
        Runs.score(caller, "{}");

        JsonNode member = member("past-ma");
        Answer answer = caller.get("/api/members/" + member.path("no").asInt() + "/history?weeks=10");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode points = answer.json().path("points");
        assertThat(points).hasSize(6); // 35, 28 … 0 days ago; before that, no member
        JsonNode last = points.get(5);
        assertThat(last.path("day").asString()).isEqualTo(Tracking.daysAgo(0).toString());
        assertThat(Math.round(last.path("value").asDouble() * 100) / 100.0)
                .isEqualTo(member.path("value").asDouble());
        assertThat(points.get(0).path("stage").asString()).isEqualTo("INTEREST");
        assertThat(answer.json().path("changes").toString())
                .contains(
                        change(40, "STAGE", null, "INTEREST"),
                        change(20, "STAGE", "INTEREST", "PURCHASE"),
                        change(6, "STAGE", "PURCHASE", "LOYALTY"));
    }

    private static String change(int ago, String kind, @Nullable String from, String to) {
        return "{\"day\":\"%s\",\"kind\":\"%s\",\"from\":%s,\"to\":\"%s\"}"
                .formatted(Tracking.daysAgo(ago), kind, from == null ? "null" : "\"" + from + "\"", to);
    }

    @Test
    void aMemberIsComparedWithTheMiddleOfTheirStageAndTheCellsOfAllBuyers() {
        Tracking shop = new Tracking(caller, "peers");
        shop.order("peers-1", 5, 100);
        shop.order("peers-2", 5, 200);
        Runs.score(caller, "{}");
        JsonNode member = member("peers-1");
        JsonNode peers = caller.get("/api/members/" + member.path("no").asInt() + "/peers")
                .json();
        assertThat(peers.path("median").path("stage")).isEqualTo(member.path("stage"));
        assertThat(peers.path("median").path("members").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(peers.path("median").path("consumption").asDouble()).isPositive();
        JsonNode rfm = member.path("rfm");
        assertThat(peers.path("cells"))
                .anyMatch(cell -> cell.path("r").equals(rfm.path("r"))
                        && cell.path("f").equals(rfm.path("f"))
                        && cell.path("m").equals(rfm.path("m")));
    }

    @Test
    void aHistoryIsRefusedByNameWhereItIsTooLongOrNobodys() {
        assertThat(caller.get("/api/members/1/history?weeks=0")
                        .json()
                        .path("code")
                        .asString())
                .isIn("request.invalid");
        assertThat(caller.get("/api/members/1/history?weeks=521").status()).isEqualTo(400);
        assertThat(caller.get("/api/members/2000000000/history")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("member.unknown");
    }
}
