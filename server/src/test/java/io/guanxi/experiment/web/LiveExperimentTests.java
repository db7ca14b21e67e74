package io.guanxi.experiment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.experiment.Assignments;
import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A live experiment from its plan to its report, on events that came by API. */
@ServerTest
class LiveExperimentTests {

    private static final int MEMBERS = 40;

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    Assignments assignments;

    private static String design(String name, String metrics) {
        return """
                {"name":"%s","hypothesis":"","unit":"MEMBER","layer":null,"layerShare":1,"audience":null,"days":14,"smallestLift":0.05,
                 "arms":[{"key":"control","name":"Control","weight":1},{"key":"gift","name":"Gift","weight":1}],
                 "metrics":[%s]}""".formatted(name, metrics);
    }

    private static String metric(String name, String measurement, int window, int lookBack) {
        return """
                {"name":"%s","measurement":%s,"windowDays":%d,"winsorAt":null,"lookBackDays":%d,"moreIsBetter":true,"guardRail":false}""".formatted(name, measurement, window, lookBack);
    }

    private static final String ALL_KINDS = String.join(
            ",",
            metric("spend", "{\"kind\":\"sum\",\"event\":\"Order Completed\",\"of\":\"AMOUNT\"}", 7, 14),
            metric("buyers", "{\"kind\":\"conversion\",\"event\":\"Order Completed\"}", 7, 0),
            metric("orders", "{\"kind\":\"count\",\"event\":\"Order Completed\"}", 7, 0),
            metric(
                    "orders a visit",
                    "{\"kind\":\"ratio\",\"numerator\":\"Order Completed\",\"of\":null,\"denominator\":\"Store Visited\"}",
                    7,
                    0),
            metric("back on day 2", "{\"kind\":\"retention\",\"event\":null,\"day\":2}", 7, 0),
            metric("days to order", "{\"kind\":\"timeToEvent\",\"event\":\"Order Completed\"}", 7, 0),
            metric("far window", "{\"kind\":\"conversion\",\"event\":\"Order Completed\"}", 60, 0));

    private void track(StringBuilder batch, String user, String event, Instant at, int total) {
        if (!batch.isEmpty()) {
            batch.append(',');
        }
        batch.append(
                "{\"type\":\"track\",\"userId\":\"%s\",\"event\":\"%s\",\"timestamp\":\"%s\",\"properties\":{\"total\":%d}}"
                        .formatted(user, event, at, total));
    }

    private long started(String body) {
        Answer planned = caller.post("/api/experiments", body);
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);
        long id = planned.json().path("id").asLong();
        assertThat(caller.post("/api/experiments/" + id + "/start", "")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("RUNNING");
        return id;
    }

    /**
     * Member i bought for i before, for 10 i two days and an hour after exposure (the even ones), for 1000 after the window, and
     * visited three times within it.
     */
    @Test
    void aReportMeasuresEachMemberFromTheirFirstExposureOn() {
        Instant exposed = Instant.now().minus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        StringBuilder batch = new StringBuilder();
        for (int i = 1; i <= MEMBERS; i++) {
            String user = "live-experiment-" + i;
            track(batch, user, "Order Completed", exposed.minus(5, ChronoUnit.DAYS), i);
            if (i % 2 == 0) {
                track(batch, user, "Order Completed", exposed.plus(49, ChronoUnit.HOURS), 10 * i);
            }
            track(batch, user, "Order Completed", exposed.plus(8, ChronoUnit.DAYS), 1000);
            for (int visit = 0; visit < 3; visit++) {
                track(batch, user, "Store Visited", exposed.plus(4 + visit, ChronoUnit.HOURS), 0);
            }
        }
        Answer sent = caller.withWriteKey(Caller.WRITE_KEY).post("/v1/batch", "{\"batch\":[" + batch + "]}");
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        mart.settle();
        Map<Integer, Integer> numbers = new LinkedHashMap<>(); // member number to i
        for (int i = 1; i <= MEMBERS; i++) {
            numbers.put(
                    caller.get("/api/members/by/user/live-experiment-" + i)
                            .json()
                            .path("no")
                            .asInt(),
                    i);
        }
        long id = started(design("live", ALL_KINDS));
        RoaringBitmap members = new RoaringBitmap();
        numbers.keySet().forEach(members::add);
        assertThat(assignments.expose(id, members, exposed)).isEqualTo(MEMBERS);
        assertThat(caller.get("/api/experiments/" + id + "/report").status()).isEqualTo(404);

        Answer made = caller.post("/api/experiments/" + id + "/report", "");
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        List<Integer> control =
                inArm(Objects.requireNonNull(assignments.assign(id, members).get("control")), numbers);
        JsonNode figures = made.json().path("metrics");
        figure(figures.get(0), control, i -> i % 2 == 0 ? 10 * i : 0);
        figure(figures.get(1), control, i -> i % 2 == 0 ? 1 : 0);
        figure(figures.get(2), control, i -> i % 2 == 0 ? 1 : 0);
        figure(figures.get(3), control, i -> i % 2 == 0 ? 1 / 3.0 : 0);
        figure(figures.get(4), control, i -> i % 2 == 0 ? 1 : 0);
        figure(figures.get(5), control, i -> i % 2 == 0 ? 49 / 24.0 : 7);
        assertThat(figures.get(0).at("/arms/0/before").asDouble())
                .isCloseTo(control.stream().mapToInt(i -> i).average().orElseThrow(), within(1e-9));
        assertThat(figures.get(6).at("/comparisons/0/verdict/kind").asString()).isEqualTo("tooEarly");
        assertThat(made.json().at("/health/findings").toString()).contains("window-open");
        assertThat(made.text()).doesNotContain("NaN").doesNotContain("Infinity");

        JsonNode kept = caller.get("/api/experiments/" + id + "/report").json();
        assertThat(kept.path("metrics")).isEqualTo(made.json().path("metrics"));
        assertThat(caller.get("/api/experiments/" + id).json().path("reports").toString())
                .isEqualTo("[\"EXPOSED\"]");
    }

    private static List<Integer> inArm(RoaringBitmap arm, Map<Integer, Integer> numbers) {
        return numbers.entrySet().stream()
                .filter(entry -> arm.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void figure(JsonNode metric, List<Integer> control, ToDoubleFunction<Integer> expected) {
        assertThat(metric.at("/arms/0/units").asLong())
                .as(metric.path("name").asString())
                .isEqualTo(control.size());
        assertThat(metric.at("/arms/0/value").asDouble())
                .as(metric.path("name").asString())
                .isCloseTo(control.stream().mapToDouble(expected).average().orElseThrow(), within(1e-9));
    }

    @Test
    void whoWasMeantIsCountedApartFromWhoWasExposed() {
        long id = started(
                design("meant", metric("buyers", "{\"kind\":\"conversion\",\"event\":\"Order Completed\"}", 1, 0)));
        Instant then = Instant.now().minus(5, ChronoUnit.DAYS);
        assignments.intend(id, RoaringBitmap.bitmapOfRange(930_001, 930_401), then);
        assignments.expose(id, RoaringBitmap.bitmapOfRange(930_001, 930_101), then);
        assertThat(sizes(caller.post("/api/experiments/" + id + "/report", "").json()))
                .isEqualTo(100);
        assertThat(sizes(caller.post("/api/experiments/" + id + "/report?population=INTENDED", "")
                        .json()))
                .isEqualTo(400);
    }

    private static long sizes(JsonNode report) {
        return report.at("/health/arms/0/members").asLong()
                + report.at("/health/arms/1/members").asLong();
    }

    @Test
    void anExperimentWithNobodyInItIsTooEarlyAndNotBroken() {
        long id = started(
                design("nobody", metric("buyers", "{\"kind\":\"conversion\",\"event\":\"Order Completed\"}", 7, 0)));
        Answer made = caller.post("/api/experiments/" + id + "/report", "");
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.json().at("/metrics/0/comparisons/0/verdict/kind").asString())
                .isEqualTo("tooEarly");
    }

    @Test
    void systemsOutsideDivideMembersByHttp() {
        long id = started(design("outside", ""));
        Answer made = caller.post(
                "/api/experiments/" + id + "/assignments", "{\"members\":[940001,940002,940003],\"expose\":true}");
        assertThat(made.json().path("firstExposed").asInt()).isEqualTo(3);
        assertThat(made.json().at("/arms/control").size()
                        + made.json().at("/arms/gift").size())
                .isEqualTo(3);
        assertThat(caller.get("/api/experiments/" + id).json().path("exposed").asInt())
                .isEqualTo(3);
        assertThat(caller.post("/api/experiments/" + id + "/stop", "")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("STOPPED");
        assertThat(caller.post("/api/experiments/" + id + "/assignments", "{\"members\":[1],\"expose\":true}")
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"days\":14', '\"days\":0'",
        "'\"key\":\"gift\"', '\"key\":\"control\"'",
        "'\"weight\":1}]', '\"weight\":-1}]'"
    })
    void aPlanThatCannotBeRunIsRefusedInWords(String right, String wrong) {
        Answer answer = caller.post("/api/experiments", design("wrong", "").replace(right, wrong));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("experiment.design-invalid");
        assertThat(answer.json().path("detail").asString()).containsAnyOf("days", "key of its own", "weight");
    }

    @Test
    void powerIsToldBeforeTheStart() {
        Answer answer = caller.post(
                "/api/experiments/power",
                "{\"mean\":0.1,\"lift\":0.1,\"controlShare\":0.5,\"treatmentShare\":0.5,\"perDay\":1000,\"windowDays\":14}");
        assertThat(answer.json().path("members").asLong()).isEqualTo(29_497);
        assertThat(answer.json().path("days").asLong()).isEqualTo(44);
        assertThat(caller.post(
                                "/api/experiments/power",
                                "{\"mean\":0,\"lift\":0.1,\"controlShare\":0.5,\"treatmentShare\":0.5,\"perDay\":1,\"windowDays\":1}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("experiment.power-invalid");
        Answer baseline = caller.post(
                "/api/experiments/baseline",
                "{\"metric\":" + metric("buyers", "{\"kind\":\"conversion\",\"event\":\"Order Completed\"}", 7, 14)
                        + ",\"audience\":null}");
        assertThat(baseline.status()).as(baseline.text()).isIn(200, 400); // the brand of the tests may have nobody yet
    }
}
