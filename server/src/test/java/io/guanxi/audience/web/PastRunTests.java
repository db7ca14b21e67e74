package io.guanxi.audience.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.engine.Engine;
import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whoever looks back moves nobody into an audience or out of it. */
@ServerTest
class PastRunTests {

    private static final String BUYERS = "{\"kind\":\"all\",\"of\":["
            + "{\"kind\":\"did\",\"event\":{\"name\":\"Past Run Marked\"}},"
            + "{\"kind\":\"score\",\"figure\":\"ORDERS\",\"is\":{\"atLeast\":2}},"
            + "{\"kind\":\"community\",\"in\":[\"past-run-club\"]}]}";

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    Engine engine;

    @Test
    void aRunAsOfAPastDayIsShownAndMovesNoAudience() {
        track("past-run-a", "Past Run Marked", 1);
        track("past-run-a", "Order Completed", 20);
        track("past-run-a", "Order Completed", 3);
        JsonNode now = score("{}");
        assertThat(now.at("/figures/audiences/moved").asBoolean()).isTrue();
        assertThat(now.at("/figures/audiences/run").asLong())
                .isEqualTo(now.path("id").asLong());
        assertThat(buyers()).isEqualTo(1);

        LocalDate today = LocalDate.parse(now.path("asOf").asString());
        JsonNode past = score("{\"asOf\":\"" + today.minusDays(10) + "\"}");
        JsonNode further = score("{\"asOf\":\"" + today.minusDays(15) + "\"}");

        assertThat(orders()).isEqualTo(1);
        for (JsonNode run : new JsonNode[] {past, further}) {
            assertThat(run.at("/figures/audiences/moved").asBoolean(true)).isFalse();
            assertThat(run.at("/figures/audiences/run").asLong())
                    .isEqualTo(now.path("id").asLong());
            assertThat(run.at("/figures/audiences/asOf").asString()).isEqualTo(today.toString());
        }
        assertThat(buyers()).isEqualTo(1);
        assertThat(engine.version().run()).isEqualTo(now.path("id").asLong());

        track("past-run-a", "Order Completed", 2);
        JsonNode again = score("{}");

        assertThat(again.at("/figures/audiences/moved").asBoolean()).isTrue();
        assertThat(orders()).isEqualTo(3);
        assertThat(buyers()).isEqualTo(1);
        assertThat(engine.version().run()).isEqualTo(again.path("id").asLong());
        assertThat(mart.sql()
                        .sql("SELECT count(*) FROM information_schema.tables WHERE table_name LIKE 'kept_%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anErasedMemberIsGoneFromWhatIsKept() {
        track("past-run-b", "Order Completed", 20);
        JsonNode now = score("{}");
        LocalDate today = LocalDate.parse(now.path("asOf").asString());
        score("{\"asOf\":\"" + today.minusDays(10) + "\"}");
        int no = caller.get("/api/members/by/user/past-run-b").json().path("no").asInt();
        String kept = "SELECT count(*) FROM ground.kept_member_score WHERE member_no = " + no;
        assertThat(mart.sql().sql(kept).query(Long.class).single()).isEqualTo(1);

        Answer asked = caller.post("/api/members/" + no + "/erasure", "{\"reason\":\"asked by letter\"}");
        String path = "/api/erasures/" + asked.json().path("id").asLong();
        Waiting.until(() -> caller.get(path).json().path("state").asString().equals("DONE"));

        assertThat(mart.sql().sql(kept).query(Long.class).single()).isZero();
        score("{}");
    }

    private int buyers() {
        mart.settle();
        engine.follow();
        Answer answer = caller.post("/api/audiences/preview", "{\"sample\":0,\"expression\":" + BUYERS + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("members").asInt();
    }

    private int orders() {
        return caller.get("/api/members/by/user/past-run-a")
                .json()
                .path("orders")
                .asInt();
    }

    private JsonNode score(String wish) {
        Answer asked = caller.post("/api/runs", wish);
        String path = "/api/runs/" + asked.json().path("id").asLong();
        Waiting.until(() -> caller.get(path).json().path("state").asString().matches("DONE|FAILED"));
        JsonNode run = caller.get(path).json();
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("DONE");
        return run;
    }

    private void track(String user, String event, int daysAgo) {
        String at = Instant.now().minus(daysAgo, ChronoUnit.DAYS).toString();
        Answer answer = caller.withWriteKey(Caller.WRITE_KEY).post("/v1/track", """
                {"userId":"%s","event":"%s","timestamp":"%s","properties":{"total":10,"community":"past-run-club"}}""".formatted(user, event, at));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
