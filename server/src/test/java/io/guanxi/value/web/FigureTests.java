package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.collect.road.Road;
import io.guanxi.mart.Mart;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import io.guanxi.platform.Progress;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Figures of the brand as a whole, and that they do not depend on how the mart came to be. */
@TestPropertySource(properties = "guanxi.tests.brand=figures")
@ServerTest
class FigureTests {

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    Road road;

    @Autowired
    DuckDb staging;

    private JsonNode items(String path) {
        Answer answer = caller.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items");
    }

    private Tracking someShopping(String name) {
        Tracking shop = new Tracking(caller, name);
        for (int i = 0; i < 6; i++) {
            shop.order(name + i, 50 - i, 20.35 * (i + 1));
            shop.order(name + i, 10 + i, 9.99);
            shop.event(name + i, "Content Shared", Tracking.noon(3), "{}");
            shop.event(name + i, "Message Sent", Tracking.noon(0), "{}");
        }
        return shop;
    }

    @Test
    void everyFigureIsAnswered() {
        Tracking shop = someShopping("figures");
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
        assertThat(items("/api/activity?days=7&channel=none-such"))
                .hasSize(7)
                .allSatisfy(day -> assertThat(day.path("active").asLong()).isZero());
        shop.identify("figures0", "{\"channel\":\"figures-store\"}");
        Runs.score(caller, "{}");
        JsonNode ofStore = items("/api/activity?days=1&channel=figures-store").get(0);
        assertThat(ofStore.path("active").asLong()).isEqualTo(1);
        assertThat(ofStore.path("stickiness").asDouble()).isEqualTo(1);
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
        Map<String, List<Map<String, Object>>> before = results();
        mart.rebuild();
        Runs.score(caller, "{}");
        assertSame(before);
    }

    /** So many rows that several threads share them, in an order of their own each time. */
    @Test
    void aRebuiltMartGivesTheSameNumbersOfCommunities() {
        try (EventBatch batch = EventBatch.in(staging)) {
            batch.sql().sql("""
                            INSERT INTO event
                            SELECT 'rebuilt-' || m || '-' || d, 'track', if((m + d) % 7 = 0, 'Order Completed', 'Message Sent'),
                                   TIMESTAMPTZ '2015-03-02 04:00:00+00' + to_days(d::INTEGER), now(), DATE '2015-03-02' + d::INTEGER,
                                   NULL, ['user:rebuilt-' || m], 'rebuilt-' || m % 40, if((m + d) % 7 = 0, (m * d) % 97 + 0.35, NULL),
                                   'CNY', NULL, NULL, NULL, NULL, NULL, 'test'
                            FROM range(2000) AS members (m), range(90) AS days (d)
                            WHERE (m * 31 + d * 17) % 11 < 9
                            """).update();
            assertThat(road.take(batch, new Progress(Clock.systemUTC()), _ -> UUID.randomUUID()
                                    .toString())
                            .accepted())
                    .isGreaterThan(140_000);
        }
        Runs.score(caller, "{\"asOf\":\"2015-05-31\"}");
        Map<String, List<Map<String, Object>>> before = results();
        assertThat(before.get("community_forecast")).hasSizeGreaterThan(40);
        assertThat(before.get("community_backtest")).isNotEmpty();

        Runs.score(caller, "{\"asOf\":\"2015-05-31\"}");
        assertSame(before);
        mart.rebuild();
        Runs.score(caller, "{\"asOf\":\"2015-05-31\"}");
        assertSame(before);
        Runs.score(caller, "{}");
    }

    private void assertSame(Map<String, List<Map<String, Object>>> before) {
        Map<String, List<Map<String, Object>>> now = results();
        assertThat(now.keySet()).isEqualTo(before.keySet());
        before.forEach((table, rows) -> assertThat(now.get(table)).as(table).isEqualTo(rows));
    }

    /** {@return a table's rows, with the names of events and communities for their numbers: those are given out anew} */
    private String named(String table) {
        List<String> columns = mart.sql()
                .sql("SELECT column_name FROM duckdb_columns() WHERE schema_name = 'main' AND table_name = :table")
                .param("table", table)
                .query(String.class)
                .list();
        String rows = table;
        if (columns.contains("community_no")) {
            rows = "(SELECT * EXCLUDE (community_no) FROM " + rows + " JOIN community_key USING (community_no))";
        }
        if (columns.contains("event_no")) {
            rows = "(SELECT * EXCLUDE (event_no) FROM " + rows + " JOIN event_name USING (event_no))";
        }
        return "SELECT * FROM " + rows + " ORDER BY ALL";
    }

    /** Every table that a model leaves in the mart. */
    private Map<String, List<Map<String, Object>>> results() {
        Map<String, List<Map<String, Object>>> results = new TreeMap<>();
        for (String table : mart.sql()
                .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'")
                .query(String.class)
                .list()) {
            if (new ClassPathResource("models/" + table + ".sql").exists()) {
                results.put(table, mart.sql().sql(named(table)).query().listOfRows());
            }
        }
        assertThat(results)
                .containsKeys("member_score", "mover_reason", "community_forecast", "community_score", "rfm_cell");
        return results;
    }
}
