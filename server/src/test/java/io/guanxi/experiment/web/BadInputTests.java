package io.guanxi.experiment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.collect.FileMaps.Wanted;
import io.guanxi.experiment.Assignments;
import io.guanxi.experiment.analysis.Judging;
import io.guanxi.experiment.analysis.LiveReports;
import io.guanxi.experiment.finished.FinishedExperiments;
import io.guanxi.experiment.finished.FinishedExperiments.Request;
import io.guanxi.experiment.report.Report.Population;
import io.guanxi.experiment.report.ReportText;
import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What cannot be measured, from the data to the words, live and from a file: said, and never a number that is none. */
@ServerTest
class BadInputTests {

    private static final String SPEND = "{\"kind\":\"sum\",\"event\":\"Order Completed\",\"of\":\"AMOUNT\"}";
    private static final String VISITS_A_VIEW =
            "{\"kind\":\"ratio\",\"numerator\":\"Store Visited\",\"of\":null,\"denominator\":\"Product Viewed\"}";

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    Assignments assignments;

    @Autowired
    LiveReports reports;

    @Autowired
    FinishedExperiments finished;

    @Autowired
    JdbcClient postgres;

    private final Instant exposed = Instant.now().minus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    /** What a report says: as the API answers it, and as text. */
    private record Said(JsonNode report, String text) {

        JsonNode verdict(int metric) {
            return report.at("/metrics/" + metric + "/comparisons/0/verdict");
        }

        Said saysOf(int metric, String reason, String words) {
            assertThat(verdict(metric).toString()).isEqualTo("{\"kind\":\"notComparable\",\"why\":\"" + reason + "\"}");
            assertThat(report.at("/metrics/" + metric + "/comparisons/0/effect").isNull())
                    .isTrue();
            assertThat(text).contains("cannot be compared: " + words);
            return this;
        }

        Said finds(String code, int count, String words) {
            assertThat(report.at("/health/findings"))
                    .filteredOn(finding -> finding.path("code").asString().equals(code))
                    .hasSize(1)
                    .allSatisfy(finding -> {
                        assertThat(finding.path("count").asInt()).isEqualTo(count);
                        assertThat(finding.path("grave").asBoolean()).isTrue();
                    });
            assertThat(text).contains("WARNING " + count + " " + words);
            return this;
        }
    }

    private static Said clean(Answer answer, String text, String pointer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(text)
                .doesNotContain("NaN")
                .doesNotContain("Infinity")
                .doesNotContain("null")
                .doesNotContain("∞");
        return new Said(answer.json().at(pointer), text);
    }

    private Said file(String map, Map<String, Double> weights, String... rows) {
        long id = finished.analyse(
                        new Request("bad input", null, weights, null, Judging.PLAIN),
                        new Wanted(
                                "bad.csv",
                                "",
                                "",
                                map,
                                target -> Files.writeString(target, String.join("\n", rows) + "\n")))
                .id();
        String path = "/api/experiments/finished/" + id;
        return clean(caller.get(path), caller.get(path + "/text").text(), "/report");
    }

    private Said file(String... rows) {
        return file("SELECT * FROM input", Map.of(), rows);
    }

    private static String design(String name, String unit, String... measurements) {
        String metrics = String.join(
                ",",
                IntStream.range(0, measurements.length)
                        .mapToObj(i -> """
                        {"name":"figure %d","measurement":%s,"windowDays":7,"winsorAt":null,"lookBackDays":10,"moreIsBetter":true,"guardRail":false}""".formatted(i, measurements[i]))
                        .toList());
        return """
                {"name":"%s","hypothesis":"","unit":"%s","layer":null,"layerShare":1,"audience":null,"days":14,"smallestLift":0.05,
                 "metrics":[%s],
                 "arms":[{"key":"control","name":"Control","weight":1},{"key":"gift","name":"Gift","weight":1}]}""".formatted(name, unit, metrics);
    }

    private long started(String design) {
        Answer planned = caller.post("/api/experiments", design);
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);
        long id = planned.json().path("id").asLong();
        assertThat(caller.post("/api/experiments/" + id + "/start", "").status())
                .isEqualTo(200);
        return id;
    }

    /** Everybody's window has closed. */
    private void stop(long id) {
        assertThat(caller.post("/api/experiments/" + id + "/stop", "").status()).isEqualTo(200);
    }

    private Said live(long id) {
        String text = ReportText.of("live", reports.make(id, Population.EXPOSED));
        return clean(caller.get("/api/experiments/" + id + "/report"), text, "");
    }

    private static String event(String user, String event, Instant at, String more) {
        return "{\"type\":\"track\",\"userId\":\"%s\",\"event\":\"%s\",\"timestamp\":\"%s\"%s}"
                .formatted(user, event, at, more);
    }

    private void track(List<String> events) {
        Answer sent = caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/batch", "{\"batch\":[" + String.join(",", events) + "]}");
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        mart.settle();
    }

    /** Members who did something at a time, each. */
    private RoaringBitmap members(String prefix, int count, String event, Instant at, String more) {
        track(IntStream.range(0, count)
                .mapToObj(i -> event(prefix + "-" + i, event, at, more))
                .toList());
        RoaringBitmap numbers = new RoaringBitmap();
        for (int i = 0; i < count; i++) {
            numbers.add(number(prefix + "-" + i));
        }
        return numbers;
    }

    private int number(String user) {
        return caller.get("/api/members/by/user/" + user).json().path("no").asInt();
    }

    private static final String TEN = ",\"properties\":{\"total\":10}";

    @Test
    void zeroVariance() {
        file("unit,arm,y", "1,control,3", "2,control,3", "3,gift,3", "4,gift,3")
                .saysOf(0, "ZERO_VARIANCE", "within each arm all have the same figure");
        file("unit,arm,y,y_before", "1,control,3,1", "2,control,3,2", "3,gift,4,1", "4,gift,4,5")
                .saysOf(0, "ZERO_VARIANCE", "within each arm all have the same figure");

        long id = started(design("no spread", "MEMBER", SPEND));
        RoaringBitmap all = members("flat", 24, "Order Completed", exposed.plus(1, ChronoUnit.DAYS), TEN);
        assignments.expose(id, all, exposed);
        stop(id);
        Said said = live(id).saysOf(0, "ZERO_VARIANCE", "within each arm all have the same figure");
        assertThat(said.report().at("/metrics/0/arms/0/value").asDouble()).isEqualTo(10);
    }

    /** A file whose figure before is the figure itself: there is nothing left to judge by, so it is not taken out. */
    @Test
    void aFigureThatIsTheOneBefore() {
        Said said = file(
                "SELECT unit, arm, y / 3.0 AS y, y / 3.0 AS y_before FROM input",
                Map.of(),
                "unit,arm,y",
                "1,control,3",
                "2,control,4",
                "3,control,7",
                "4,gift,2",
                "5,gift,4",
                "6,gift,5");
        assertThat(said.verdict(0).path("kind").asString()).isEqualTo("noDifferenceSeen");
        assertThat(said.report().at("/metrics/0/comparisons/0/effect/error").asDouble())
                .isGreaterThan(0.1);
        assertThat(said.report().at("/metrics/0/comparisons/0/effect/theta").isNull())
                .isTrue();
    }

    /** One arm all alike, the other not: that has a spread. */
    @Test
    void oneArmWithoutVarianceIsCompared() {
        assertThat(file("unit,arm,y", "1,control,3", "2,control,3", "3,control,3", "4,gift,3", "5,gift,4", "6,gift,6")
                        .verdict(0)
                        .path("kind")
                        .asString())
                .isEqualTo("noDifferenceSeen");
    }

    @Test
    void emptyArms() {
        file(
                        "SELECT * FROM input",
                        Map.of("control", 1.0, "gift", 1.0),
                        "unit,arm,y",
                        "1,control,3",
                        "2,control,4",
                        "3,control,5")
                .saysOf(0, "EMPTY_ARM", "an arm has nobody");

        long id = started(design("an arm is empty", "MEMBER", SPEND));
        RoaringBitmap all = members("lonely", 24, "Order Completed", exposed.plus(1, ChronoUnit.DAYS), TEN);
        RoaringBitmap control =
                Objects.requireNonNull(assignments.assign(id, all).get("control"));
        RoaringBitmap few = new RoaringBitmap();
        for (int i = 0; i < 4; i++) { // more than ten would be blocked for their sizes alone
            few.add(control.select(i));
        }
        assignments.expose(id, few, exposed);
        stop(id);
        Said said = live(id).saysOf(0, "EMPTY_ARM", "an arm has nobody");
        assertThat(said.report().at("/metrics/0/arms/1/value").isNull()).isTrue();
    }

    @Test
    void oneMember() {
        file("unit,arm,y", "1,control,3", "2,control,4", "3,gift,5")
                .saysOf(0, "ONE_MEMBER", "an arm has a single member");

        long id = started(design("an arm of one", "MEMBER", SPEND));
        RoaringBitmap all = members("single", 24, "Order Completed", exposed.plus(1, ChronoUnit.DAYS), TEN);
        Map<String, RoaringBitmap> arms = assignments.assign(id, all);
        RoaringBitmap control = Objects.requireNonNull(arms.get("control"));
        RoaringBitmap few = RoaringBitmap.bitmapOf(
                control.select(0),
                control.select(1),
                Objects.requireNonNull(arms.get("gift")).select(0));
        assignments.expose(id, few, exposed);
        stop(id);
        live(id).saysOf(0, "ONE_MEMBER", "an arm has a single member");
    }

    @Test
    void nothingToDivideBy() {
        file("unit,arm,y,y_by", "1,control,3,1", "2,control,4,2", "3,gift,5,0", "4,gift,2,0")
                .saysOf(0, "ZERO_DENOMINATOR", "what the figure is divided by never happened in an arm");

        long id = started(design("nobody viewed", "MEMBER", VISITS_A_VIEW));
        assignments.expose(id, members("blind", 24, "Store Visited", exposed.plus(1, ChronoUnit.DAYS), ""), exposed);
        stop(id);
        live(id).saysOf(0, "ZERO_DENOMINATOR", "what the figure is divided by never happened in an arm");
    }

    /** One community in the control, two in the other arm; each of two members. */
    @Test
    void oneCluster() {
        file("unit,arm,cluster,y", "1,control,g1,1", "2,control,g1,2", "3,gift,g2,1", "4,gift,g2,3", "5,gift,g3,3")
                .saysOf(0, "ONE_CLUSTER", "an arm has a single community");

        List<String> joined = new ArrayList<>();
        List<String> keys =
                IntStream.range(0, 12).mapToObj(i -> "bad-group-" + i).toList();
        for (int member = 0; member < 24; member++) {
            joined.add(event(
                    "clustered-" + member,
                    "Community Joined",
                    exposed.minus(1, ChronoUnit.DAYS),
                    ",\"context\":{\"groupId\":\"" + keys.get(member % 12) + "\"}"));
            joined.add(event("clustered-" + member, "Order Completed", exposed.plus(1, ChronoUnit.DAYS), TEN));
        }
        track(joined);
        long run = caller.post("/api/runs", "{}").json().path("id").asLong();
        Waiting.until(() ->
                caller.get("/api/runs/" + run).json().path("state").asString().equals("DONE"));
        long id = started(design("one community", "COMMUNITY", SPEND));
        Map<String, List<String>> arms = assignments.assignCommunities(id, keys);
        List<String> few =
                new ArrayList<>(Objects.requireNonNull(arms.get("control")).subList(0, 1));
        few.addAll(Objects.requireNonNull(arms.get("gift")).subList(0, 2));
        Answer made = caller.post(
                "/api/experiments/" + id + "/assignments",
                "{\"communities\":[\"" + String.join("\",\"", few) + "\"],\"expose\":true}");
        assertThat(made.json().path("firstExposed").asInt()).as(made.text()).isEqualTo(6);
        postgres.sql("UPDATE experiment_exposure SET exposed_at = now() - INTERVAL '20 days' WHERE experiment_id = ?")
                .param(id)
                .update();
        stop(id);
        Said said = live(id).saysOf(0, "ONE_CLUSTER", "an arm has a single community");
        assertThat(said.report().path("clusters").asBoolean()).isTrue();
    }

    /** A file may come from a system that changed it; ours refuses to, and whoever is exposed again stays where they were. */
    @Test
    void anAssignmentThatChangedMidway() {
        file(
                        "unit,arm,exposed_at,y",
                        "1,control,2026-05-01,1",
                        "1,gift,2026-05-03,2",
                        "2,control,2026-05-01,3",
                        "3,control,2026-05-01,4",
                        "4,gift,2026-05-01,5",
                        "5,gift,2026-05-02,9")
                .finds("assignment-changed", 1, "units changed their arm midway and are left out");

        String plan = design("changed midway", "MEMBER", SPEND);
        long id = started(plan);
        RoaringBitmap all = members("moved", 24, "Order Completed", exposed.plus(1, ChronoUnit.DAYS), TEN);
        Map<String, RoaringBitmap> arms = assignments.assign(id, all);
        assignments.expose(id, all, exposed);
        JsonNode before = live(id).report().path("metrics");
        Answer changed = caller.put("/api/experiments/" + id, plan.replace("\"weight\":1}]", "\"weight\":3}]"));
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.code()).isEqualTo("experiment.runs-already");
        assertThat(assignments.expose(id, all, exposed.plus(10, ChronoUnit.DAYS)))
                .as("exposed again, and nobody for the first time")
                .isZero();
        assertThat(assignments.assign(id, all)).isEqualTo(arms);
        assertThat(live(id).report().path("metrics")).isEqualTo(before);
    }

    @Test
    void outcomesBeforeExposure() {
        file(
                        "unit,arm,exposed_at,outcome_at,y",
                        "1,control,2026-05-01,2026-04-30,1",
                        "2,control,2026-05-01,2026-05-02,3",
                        "3,control,2026-05-01,2026-05-02,4",
                        "4,gift,2026-05-01,,5",
                        "5,gift,2026-05-02,,9")
                .finds("outcome-before-exposure", 1, "units have an outcome before their exposure and are left out");

        long id = started(design("all before", "MEMBER", SPEND));
        RoaringBitmap all = members("early", 24, "Order Completed", exposed.minus(1, ChronoUnit.SECONDS), TEN);
        assignments.expose(id, all, exposed);
        stop(id);
        Said said = live(id).saysOf(0, "ZERO_VARIANCE", "within each arm all have the same figure");
        assertThat(said.report().at("/metrics/0/arms/0/value").asDouble())
                .as("what went before counts as what went before, and as nothing else")
                .isZero();
        assertThat(said.report().at("/metrics/0/arms/0/before").asDouble()).isEqualTo(10);
    }

    @Test
    void membersInBothArms() {
        file("unit,arm,y", "1,control,1", "1,gift,2", "2,control,3", "3,control,4", "4,gift,5", "5,gift,9")
                .finds("in-two-arms", 1, "units are in two arms and are left out");

        long id = started(design("two of one", "MEMBER", SPEND));
        RoaringBitmap all = members("double", 24, "Order Completed", exposed.plus(1, ChronoUnit.DAYS), TEN);
        RoaringBitmap control =
                Objects.requireNonNull(assignments.assign(id, all).get("control"));
        assignments.expose(id, all, exposed);
        int ours = IntStream.range(0, 24)
                .filter(i -> control.contains(number("double-" + i)))
                .findFirst()
                .orElseThrow();
        int theirs = IntStream.range(0, 24)
                .filter(i -> !control.contains(number("double-" + i)))
                .findFirst()
                .orElseThrow();
        Answer merged = caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/alias", "{\"userId\":\"double-%d\",\"previousId\":\"double-%d\"}".formatted(ours, theirs));
        assertThat(merged.status()).isEqualTo(200);
        mart.settle();
        live(id).finds("in-two-arms", 1, "units are in two arms and are left out");
    }

    /** What a database may write into a column of numbers. */
    @ParameterizedTest
    @CsvSource({"nan", "inf", "-inf", "1e300"})
    void figuresThatAreNone(String figure) {
        Said said = file(
                "SELECT unit, arm, CAST(y AS DOUBLE) AS y, CAST(z AS DOUBLE) AS y_before, n % 2 AS segment_half, CAST(s AS DOUBLE) AS score"
                        + " FROM (SELECT *, unit % 5 AS n, y AS s FROM input)",
                Map.of(),
                "unit,arm,y,z",
                "1,control," + figure + ",1",
                "2,control,3," + figure,
                "3,control,4,2",
                "4,control,6,1",
                "5,gift,5,1",
                "6,gift,9,2",
                "7,gift,7,4");
        assertThat(said.report().at("/metrics/0/arms/0/units").asLong()).isBetween(2L, 3L);
        assertThat(said.text()).contains("too large to be one");
    }
}
