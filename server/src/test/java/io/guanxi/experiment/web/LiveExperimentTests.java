package io.guanxi.experiment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.experiment.Assignments;
import io.guanxi.mart.Mart;
import io.guanxi.platform.FalseDiscovery;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    @Autowired
    JdbcClient postgres;

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
     * visited three times within it. All got a message on the second day, which brings nobody back.
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
            track(batch, user, "Message Delivered", exposed.plus(50, ChronoUnit.HOURS), 0);
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
        assertThat(qValues(figures)).containsExactly(FalseDiscovery.qValues(alwaysPValues(figures)));

        JsonNode kept = caller.get("/api/experiments/" + id + "/report").json();
        assertThat(kept.path("metrics")).isEqualTo(made.json().path("metrics"));
        assertThat(caller.get("/api/experiments/" + id).json().path("reports").toString())
                .isEqualTo("[\"EXPOSED\"]");
    }

    private static double[] alwaysPValues(JsonNode metrics) {
        return metrics.valueStream()
                .map(metric -> metric.at("/comparisons/0/effect"))
                .filter(JsonNode::isObject)
                .mapToDouble(effect -> effect.path("alwaysPValue").asDouble())
                .toArray();
    }

    private static double[] qValues(JsonNode metrics) {
        return metrics.valueStream()
                .map(metric -> metric.at("/comparisons/0/qValue"))
                .filter(JsonNode::isNumber)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
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

    private static final String BUYERS = "{\"kind\":\"conversion\",\"event\":\"Order Completed\"}";

    /** Exposes a part of those who were meant, and some who were not. */
    @Test
    void whoWasMeantIsCountedApartFromWhoWasExposedAndHoldsAllOfThem() {
        long id = started(design("meant", metric("buyers", BUYERS, 1, 0)));
        Instant then = Instant.now().minus(5, ChronoUnit.DAYS);
        long everybody = sizes(report(id, "INTENDED"));
        assertThat(everybody)
                .isEqualTo(mart.sql()
                        .sql("SELECT count(*) FROM member")
                        .query(Long.class)
                        .single());
        assignments.intend(id, RoaringBitmap.bitmapOfRange(930_001, 930_401), then);
        assignments.expose(id, RoaringBitmap.bitmapOfRange(930_001, 930_101), then);
        assignments.expose(id, RoaringBitmap.bitmapOfRange(931_001, 931_051), then);
        assertThat(sizes(report(id, "EXPOSED"))).isEqualTo(150);
        assertThat(sizes(report(id, "INTENDED"))).isEqualTo(everybody + 450);
    }

    private JsonNode report(long id, String population) {
        Answer made = caller.post("/api/experiments/" + id + "/report?population=" + population, "");
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return made.json();
    }

    /** The interval of a live experiment holds at every look only if its shape does not change between looks. */
    @Test
    void thePlannedSizeIsThatOfTheFirstLookAndStays() {
        long id = started(design("planned size", metric("buyers", BUYERS, 1, 0)));
        Instant then = Instant.now().minus(5, ChronoUnit.DAYS);
        report(id, "EXPOSED");
        assertThat(plannedUnits(id)).as("nobody was there at the first look").isZero();
        assignments.expose(id, RoaringBitmap.bitmapOfRange(932_001, 933_201), then);
        report(id, "EXPOSED");
        assertThat(plannedUnits(id)).isEqualTo(1200);
        assignments.expose(id, RoaringBitmap.bitmapOfRange(933_201, 939_001), then);
        report(id, "INTENDED");
        report(id, "EXPOSED");
        assertThat(plannedUnits(id)).isEqualTo(1200);

        long designed = started(design("designed size", metric("buyers", BUYERS, 1, 0))
                .replace("\"days\":14", "\"plannedUnits\":5000,\"days\":14"));
        report(designed, "EXPOSED");
        assertThat(plannedUnits(designed)).isEqualTo(5000);
    }

    private long plannedUnits(long id) {
        return postgres.sql("SELECT coalesce(planned_exposed, 0) FROM experiment WHERE id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** Windows of 3 and 60 days, exposed ten days ago: the first has closed, the other has 50 days to go. */
    @Test
    void tooEarlyIsAsLongAsTheMetricsOwnWindow() {
        long id = started(design("windows", metric("soon", BUYERS, 3, 0) + "," + metric("late", BUYERS, 60, 0)));
        Instant then = Instant.now().minus(10, ChronoUnit.DAYS).plus(1, ChronoUnit.HOURS);
        RoaringBitmap members = new RoaringBitmap();
        StringBuilder batch = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            String user = "window-experiment-" + i;
            if (i % 2 == 0) {
                track(batch, user, "Order Completed", then.plus(1, ChronoUnit.HOURS), i);
            } else {
                track(batch, user, "Store Visited", then.plus(1, ChronoUnit.HOURS), 0);
            }
        }
        assertThat(caller.withWriteKey(Caller.WRITE_KEY)
                        .post("/v1/batch", "{\"batch\":[" + batch + "]}")
                        .status())
                .isEqualTo(200);
        mart.settle();
        for (int i = 1; i <= 60; i++) {
            members.add(caller.get("/api/members/by/user/window-experiment-" + i)
                    .json()
                    .path("no")
                    .asInt());
        }
        assignments.expose(id, members, then);
        JsonNode running = report(id, "EXPOSED").path("metrics");
        assertThat(running.get(0).at("/comparisons/0/verdict/kind").asString()).isEqualTo("tooEarly");
        assertThat(running.get(1).at("/comparisons/0/verdict").toString())
                .isEqualTo("{\"kind\":\"tooEarly\",\"days\":51}");

        assertThat(caller.post("/api/experiments/" + id + "/stop", "").status()).isEqualTo(200);
        JsonNode stopped = report(id, "EXPOSED").path("metrics");
        assertThat(stopped.get(0).at("/comparisons/0/verdict/kind").asString())
                .as("all its windows have closed, and nobody more is exposed")
                .isEqualTo("noDifferenceSeen");
        assertThat(stopped.get(1).at("/comparisons/0/verdict").toString())
                .isEqualTo("{\"kind\":\"tooEarly\",\"days\":51}");
    }

    /** A part that holds everybody has the very interval of the whole. */
    @Test
    void partsOfTheMembersAreJudgedAsTheWholeIs() {
        Instant before = Instant.now().minus(12, ChronoUnit.DAYS);
        Instant exposed = Instant.now().minus(10, ChronoUnit.DAYS);
        StringBuilder batch = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            track(batch, "part-experiment-" + i, "Order Completed", before, 100);
            track(batch, "part-experiment-" + i, "Order Completed", exposed.plus(1, ChronoUnit.HOURS), 10 * i);
        }
        assertThat(caller.withWriteKey(Caller.WRITE_KEY)
                        .post("/v1/batch", "{\"batch\":[" + batch + "]}")
                        .status())
                .isEqualTo(200);
        score();
        RoaringBitmap members = new RoaringBitmap();
        for (int i = 1; i <= 40; i++) {
            members.add(caller.get("/api/members/by/user/part-experiment-" + i)
                    .json()
                    .path("no")
                    .asInt());
        }
        long id = started(design(
                "parts", metric("spend", "{\"kind\":\"sum\",\"event\":\"Order Completed\",\"of\":\"AMOUNT\"}", 7, 0)));
        assignments.expose(id, members, exposed);
        JsonNode comparison = report(id, "EXPOSED").at("/metrics/0/comparisons/0");
        List<JsonNode> whole = new ArrayList<>();
        comparison.path("segments").forEach(segment -> {
            if (segment.path("controls").asInt() + segment.path("treated").asInt() == 40) {
                whole.add(segment);
            }
        });
        assertThat(whole).isNotEmpty().allSatisfy(segment -> {
            assertThat(segment.path("interval")).isEqualTo(comparison.at("/effect/alwaysInterval"));
            assertThat(segment.path("pValue")).isEqualTo(comparison.at("/effect/alwaysPValue"));
        });
    }

    private void score() {
        long run = caller.post("/api/runs", "{}").json().path("id").asLong();
        String state = "";
        long patience = System.nanoTime() + 120_000_000_000L;
        while (!state.equals("DONE")) {
            state = caller.get("/api/runs/" + run).json().path("state").asString();
            assertThat(state).isNotEqualTo("FAILED");
            assertThat(System.nanoTime()).isLessThan(patience);
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Test
    void systemsOutsideDivideCommunitiesByHttpWithAllWhoBelongToThem() {
        StringBuilder batch = new StringBuilder();
        Instant joined = Instant.now().minus(20, ChronoUnit.DAYS);
        for (int i = 1; i <= 12; i++) {
            batch.append(joined("grouped-" + i, joined, "grouped-" + i % 4)).append(',');
        }
        // One belongs to all four communities, so to those of both arms.
        for (int group = 0; group < 4; group++) {
            batch.append(group > 0 ? "," : "").append(joined("grouped-everywhere", joined, "grouped-" + group));
        }
        Answer sent = caller.withWriteKey(Caller.WRITE_KEY).post("/v1/batch", "{\"batch\":[" + batch + "]}");
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        score();
        long id = started(design("groups", metric("buyers", BUYERS, 7, 0)).replace("MEMBER", "COMMUNITY"));
        String path = "/api/experiments/" + id + "/assignments";
        String body = "{\"communities\":[\"grouped-0\",\"grouped-1\",\"grouped-2\",\"grouped-3\"],\"expose\":true}";
        Answer made = caller.post(path, body);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.json().path("firstExposed").asInt()).isEqualTo(13);
        int control = made.json().at("/communities/control").size();
        assertThat(control + made.json().at("/communities/gift").size()).isEqualTo(4);
        int inTwoArms = control > 0 && control < 4 ? 1 : 0;
        assertThat(caller.post(path, body).json().path("firstExposed").asInt()).isZero();
        JsonNode report = report(id, "EXPOSED");
        assertThat(report.path("clusters").asBoolean()).isTrue();
        assertThat(report.at("/health/findings").findValuesAsString("code").contains("in-two-arms"))
                .isEqualTo(inTwoArms == 1);
        assertThat(sizes(report)).isEqualTo(13 - inTwoArms);
        assertThat(sizes(report(id, "INTENDED"))).isEqualTo(13 - inTwoArms);
        assertThat(caller.post(path, "{\"members\":[1],\"expose\":false}").code())
                .isEqualTo("experiment.other-unit");
    }

    private static String joined(String user, Instant at, String community) {
        return """
                {"type":"track","userId":"%s","event":"Community Joined","timestamp":"%s","context":{"groupId":"%s"}}""".formatted(user, at, community);
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
    void whoIsOnlyAssignedFromOutsideCountsAsMeant() {
        long id = started(design("meant outside", ""));
        long before = sizes(report(id, "INTENDED"));
        String path = "/api/experiments/" + id + "/assignments";
        for (int twice = 0; twice < 2; twice++) {
            assertThat(caller.post(path, "{\"members\":[945001,945002,945003],\"expose\":false}")
                            .json()
                            .path("firstExposed")
                            .asInt())
                    .isZero();
        }
        assertThat(sizes(report(id, "INTENDED"))).isEqualTo(before + 3);
        assertThat(sizes(report(id, "EXPOSED"))).isZero();
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
    @CsvSource(
            delimiter = '|',
            value = {
                "\"days\":14|\"days\":0|days",
                "\"days\":14|\"days\":null|days",
                "\"days\":14|\"days\":\"soon\"|days",
                "\"days\":14|\"days\":1e200|days",
                "\"key\":\"gift\"|\"key\":\"control\"|arms",
                "\"key\":\"gift\"|\"key\":null|arms[1].key",
                "\"weight\":1}]|\"weight\":-1}]|arms[1].weight",
                "\"name\":\"wrong\"|\"name\":\"\\u0000\"|name",
                "\"unit\":\"MEMBER\"|\"unit\":\"HOUSEHOLD\"|unit",
                "\"windowDays\":7|\"windowDays\":400|metrics[0].windowDays",
                "\"event\":\"Order Completed\"|\"event\":\" \"|metrics[0].measurement.event",
                "\"event\":\"Order Completed\"|\"happened\":1|metrics[0].measurement.event",
                "\"kind\":\"conversion\"|\"kind\":\"magic\"|metrics[0].measurement.kind"
            })
    void aPlanThatCannotBeRunIsRefusedByTheNameOfItsField(String right, String wrong, String field) {
        String body = design("wrong", metric("buyers", BUYERS, 7, 0));
        assertThat(body).contains(right);
        Answer answer = caller.post("/api/experiments", body.replace(right, wrong));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("experiment.design-invalid");
        assertThat(answer.json().at("/errors/0/field").asString())
                .as(answer.text())
                .isEqualTo(field);
    }

    @Test
    void anAnswerOfADesignNamesAllThatIsMissing() {
        Answer answer = caller.post("/api/experiments", "{\"name\":\"x\"}");
        assertThat(answer.json().path("errors").size()).isEqualTo(7);
        assertThat(caller.post("/api/experiments", "[]").code()).isEqualTo("experiment.design-invalid");
    }

    private static final String PLAN =
            "{\"mean\":0.1,\"lift\":0.1,\"controlShare\":0.5,\"treatmentShare\":0.5,\"perDay\":1000,\"windowDays\":14}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/power|{}|experiment.power-invalid",
                "/power|{\"mean\":0,\"lift\":0.1,\"controlShare\":0.5,\"treatmentShare\":0.5,\"perDay\":1,\"windowDays\":1}|experiment.power-invalid",
                "/power|{\"mean\":1e200,\"variance\":1,\"lift\":1e-300,\"controlShare\":0.5,\"treatmentShare\":0.5,\"perDay\":1,\"windowDays\":1}|experiment.power-invalid",
                "/power|{\"mean\":1,\"variance\":1e999,\"lift\":0.1,\"controlShare\":0.5,\"treatmentShare\":0.5,\"perDay\":1,\"windowDays\":1}|experiment.power-invalid",
                "/baseline|{}|experiment.baseline-invalid",
                "/baseline|{\"metric\":{\"name\":\"x\"}}|experiment.baseline-invalid",
                "/holdout|{}|holdout.invalid",
                "/holdout|{\"share\":0.02,\"fromDay\":\"soon\",\"untilDay\":\"2026-01-01\"}|holdout.invalid",
                "/holdout|{\"share\":0.02,\"fromDay\":\"+999999999-12-31\",\"untilDay\":\"+999999999-12-31\"}|holdout.period-invalid",
                "/1/assignments|{}|experiment.assignments-invalid",
                "/1/assignments|{\"members\":[1],\"communities\":[\"a\"],\"expose\":true}|experiment.assignments-invalid",
                "/1/assignments|{\"members\":[1,null],\"expose\":true}|experiment.assignments-invalid",
                "/1/assignments|{\"members\":[-1],\"expose\":true}|experiment.members-invalid",
                "/1/assignments|{\"members\":[1e200],\"expose\":true}|experiment.assignments-invalid",
                "/1/assignments|{\"communities\":[],\"expose\":true}|experiment.communities-invalid"
            })
    void whatCannotBeReadIsAProblemAndNoFailure(String path, String body, String code) {
        Answer answer = caller.post("/api/experiments" + path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void powerIsToldBeforeTheStartAndSharedAmongArms() {
        JsonNode two = caller.post("/api/experiments/power", PLAN).json();
        assertThat(two.path("members").asLong()).isEqualTo(56_483);
        assertThat(two.path("days").asLong()).isEqualTo(71);
        assertThat(caller.post("/api/experiments/power", PLAN.replace("}", ",\"arms\":3}"))
                        .json()
                        .path("members")
                        .asLong())
                .isEqualTo(63_816);
    }

    /** A hundred to a community with an ICC of 0.02: 1 + 99 · 0.02 = 2.98 times as many; 2.98 · 56,483 = 168,319.3 before rounding. */
    @Test
    void communitiesTakeAsManyMoreMembersAsTheirMembersAreAlike() {
        JsonNode power = caller.post(
                        "/api/experiments/power", PLAN.replace("}", ",\"clusterSize\":100,\"alike\":0.02}"))
                .json();
        assertThat(power.path("designEffect").asDouble()).isEqualTo(2.98, within(1e-12));
        assertThat(power.path("members").asLong()).isBetween(168_316L, 168_320L);
        assertThat(power.path("communities").asLong()).isEqualTo(1684);
        assertThat(caller.post("/api/experiments/power", PLAN)
                        .json()
                        .path("communities")
                        .isNull())
                .isTrue();
    }

    @Test
    void guardRailsAreReadyToBePutIntoADesign() {
        JsonNode rails = caller.get("/api/experiments/guard-rails").json().path("items");
        assertThat(rails)
                .extracting(rail -> rail.path("code").asString())
                .containsExactly("opt-outs", "complaints", "blocked");
        List<String> metrics = new ArrayList<>();
        rails.forEach(rail -> metrics.add(rail.path("metric").toString()));
        Answer planned = caller.post("/api/experiments", design("guarded", String.join(",", metrics)));
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);
        assertThat(planned.json().path("design").path("metrics")).allSatisfy(metric -> {
            assertThat(metric.path("guardRail").asBoolean()).isTrue();
            assertThat(metric.path("moreIsBetter").asBoolean()).isFalse();
        });
    }

    /** Ten of the audience bought within the last closed week. */
    @Test
    void aBaselineIsTheFigureOfTheLastClosedWindow() {
        StringBuilder batch = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            track(batch, "baseline-" + i, "Baseline Asked", Instant.now().minus(3, ChronoUnit.DAYS), 1);
        }
        assertThat(caller.withWriteKey(Caller.WRITE_KEY)
                        .post("/v1/batch", "{\"batch\":[" + batch + "]}")
                        .status())
                .isEqualTo(200);
        mart.settle();
        Answer baseline = caller.post(
                "/api/experiments/baseline",
                "{\"metric\":" + metric("askers", "{\"kind\":\"conversion\",\"event\":\"Baseline Asked\"}", 7, 14)
                        + ",\"audience\":null}");
        assertThat(baseline.status()).as(baseline.text()).isEqualTo(200);
        long members = baseline.json().path("members").asLong();
        assertThat(members).isGreaterThanOrEqualTo(10);
        assertThat(baseline.json().path("mean").asDouble()).isCloseTo(10.0 / members, within(1e-12));
        assertThat(baseline.json().path("rate").asBoolean()).isTrue();
    }
}
