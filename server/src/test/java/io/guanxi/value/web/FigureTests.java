package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Figures of the brand as a whole, and that they do not depend on how the mart came to be. */
@ServerTest
class FigureTests {

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    private JsonNode items(String path) {
        Answer answer = caller.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items");
    }

    private void someShopping(String name) {
        Tracking shop = new Tracking(caller, name);
        for (int i = 0; i < 6; i++) {
            shop.order(name + i, 50 - i, 20.35 * (i + 1));
            shop.order(name + i, 10 + i, 9.99);
            shop.event(name + i, "Content Shared", Tracking.noon(3), "{}");
            shop.event(name + i, "Message Sent", Tracking.noon(0), "{}");
        }
    }

    @Test
    void everyFigureIsAnswered() {
        someShopping("figures");
        Runs.score(caller, "{}");
        JsonNode days = items("/api/activity?days=90");
        assertThat(days).hasSize(90);
        assertThat(days.get(89).path("day").asString())
                .isEqualTo(Tracking.daysAgo(0).toString());
        assertThat(days.get(89).path("active").asLong()).isGreaterThanOrEqualTo(6);
        assertThat(items("/api/cohorts")).isNotEmpty().allSatisfy(cohort -> assertThat(
                        cohort.path("retention").asDouble())
                .isBetween(0.0, 1.0));
        assertThat(items("/api/cohorts?channel=none-such")).isEmpty();
        assertThat(items("/api/repurchase").get(0).path("repeatBuyers").asLong())
                .isGreaterThanOrEqualTo(6);
        assertThat(caller.get("/api/repurchase").json().path("gaps")).isNotEmpty();
        assertThat(items("/api/layers")).isNotEmpty();
        assertThat(items("/api/stages/flow")).isNotEmpty();
        JsonNode months = items("/api/top-spenders");
        JsonNode last = months.get(months.size() - 1);
        assertThat(last.path("to").asString()).isEqualTo(Tracking.daysAgo(0).toString());
        assertThat(last.path("spendShare").asDouble()).isBetween(0.0, 1.0);
        assertThat(caller.get("/api/activity?days=91").code()).isEqualTo("request.invalid");
    }

    @Test
    void aRebuiltMartGivesTheSameNumbers() {
        someShopping("rebuild");
        Runs.score(caller, "{}");
        List<Map<String, Object>> before = results();
        mart.rebuild();
        Runs.score(caller, "{}");
        assertThat(results()).isNotEmpty().isEqualTo(before);
    }

    private List<Map<String, Object>> results() {
        List<Map<String, Object>> rows = new java.util.ArrayList<>();
        for (String table : new String[] {
            "member_score",
            "member_class",
            "value_bin",
            "stage_flow",
            "layer_week",
            "cohort",
            "repurchase",
            "order_gap",
            "top_spender_month",
            "activity_day",
            "rfm_bound"
        }) {
            rows.addAll(mart.sql()
                    .sql("SELECT * FROM " + table + " ORDER BY ALL")
                    .query()
                    .listOfRows());
        }
        return rows;
    }
}
