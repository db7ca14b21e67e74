package io.guanxi.experiment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.collect.FileMaps.Wanted;
import io.guanxi.experiment.Assignments;
import io.guanxi.experiment.analysis.Judging;
import io.guanxi.experiment.analysis.LiveReports;
import io.guanxi.experiment.finished.FinishedExperiment;
import io.guanxi.experiment.finished.FinishedExperiments;
import io.guanxi.experiment.finished.FinishedExperiments.Request;
import io.guanxi.experiment.report.Report;
import io.guanxi.experiment.report.Report.ArmComparison;
import io.guanxi.experiment.report.Report.EffectInputs;
import io.guanxi.experiment.report.Report.Finding;
import io.guanxi.experiment.report.Report.MetricReport;
import io.guanxi.experiment.report.Report.Population;
import io.guanxi.experiment.report.ReportText;
import io.guanxi.experiment.statistics.Verdict;
import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is counted of whom: money, messages, the merged, those elsewhere; and by file the same as live. */
@ServerTest
class LiveFiguresTests {

    private static final String SPEND = "{\"kind\":\"sum\",\"event\":\"Order Completed\",\"of\":\"AMOUNT\"}";
    private static final String BUYERS = "{\"kind\":\"conversion\",\"event\":\"Order Completed\"}";
    private static final int MEMBERS = 40;

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

    private final Instant exposed = Instant.now().minus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    private static String metric(String name, String measurement, int lookBack, String winsorAt, String moreIsBetter) {
        return """
                {"name":"%s","measurement":%s,"windowDays":7,"winsorAt":%s,"lookBackDays":%d,"moreIsBetter":%s,"guardRail":false}""".formatted(name, measurement, winsorAt, lookBack, moreIsBetter);
    }

    private long started(String name, String metrics) {
        Answer planned = caller.post("/api/experiments", """
                        {"name":"%s","hypothesis":"","unit":"MEMBER","layer":null,"layerShare":1,"audience":null,"days":14,
                         "smallestLift":0.05,"plannedUnits":%d,"metrics":[%s],
                         "arms":[{"key":"control","name":"Control","weight":1},{"key":"gift","name":"Gift","weight":1}]}""".formatted(name, MEMBERS, metrics));
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);
        long id = planned.json().path("id").asLong();
        assertThat(caller.post("/api/experiments/" + id + "/start", "").status())
                .isEqualTo(200);
        return id;
    }

    private static String event(String user, String event, Instant at, String properties) {
        return "{\"type\":\"track\",\"userId\":\"%s\",\"event\":\"%s\",\"timestamp\":\"%s\",\"properties\":{%s}}"
                .formatted(user, event, at, properties);
    }

    private void track(List<String> events) {
        Answer sent = caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/batch", "{\"batch\":[" + String.join(",", events) + "]}");
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        mart.settle();
    }

    private int number(String user) {
        return caller.get("/api/members/by/user/" + user).json().path("no").asInt();
    }

    private RoaringBitmap numbers(String prefix) {
        RoaringBitmap numbers = new RoaringBitmap();
        for (int i = 1; i <= MEMBERS; i++) {
            numbers.add(number(prefix + i));
        }
        return numbers;
    }

    private RoaringBitmap arm(long id, String arm, RoaringBitmap members) {
        return Objects.requireNonNull(assignments.assign(id, members).get(arm));
    }

    private static Finding finding(Report report, String code) {
        return report.health().findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static ArmComparison comparison(MetricReport metric) {
        return metric.comparisons().getFirst();
    }

    @Test
    void moneyOfAnotherCurrencyIsLeftOutAndSaidWithTheMembersItIsOf() {
        Instant after = exposed.plus(1, ChronoUnit.DAYS);
        track(IntStream.rangeClosed(1, MEMBERS)
                .boxed()
                .flatMap(i -> List.of(
                        event("currency-" + i, "Order Completed", after, "\"total\":100,\"currency\":\"CNY\""),
                        event(
                                "currency-" + i,
                                "Order Completed",
                                after.plusSeconds(i),
                                "\"total\":7,\"currency\":\"" + (i == 1 ? "HKD" : i <= 3 ? "USD" : "CNY") + "\""),
                        event(
                                "currency-" + i,
                                "Order Completed",
                                after.plus(i == 1 ? 1 : 15, ChronoUnit.DAYS),
                                "\"total\":7,\"currency\":\"USD\""))
                        .stream())
                .toList());
        long id = started(
                "currencies",
                metric("spend", SPEND, 0, "null", "true") + ',' + metric("buyers", BUYERS, 0, "null", "true"));
        assignments.expose(id, numbers("currency-"), exposed);
        Report report = reports.make(id, Population.EXPOSED);

        Finding found = finding(report, "other-currency");
        assertThat(found.count())
                .as("one each of three, and one more of the first; what is outside the window is nothing")
                .isEqualTo(4);
        assertThat(found.members()).isEqualTo(3);
        assertThat(found.of()).isEqualTo("spend");
        assertThat(found.currencies()).isEqualTo("USD 3, HKD 1");
        assertThat(found.grave()).as("of more than one in a hundred").isTrue();
        MetricReport spend = report.metrics().getFirst();
        assertThat(spend.arms().stream()
                        .mapToDouble(arm -> arm.numerator() * arm.units())
                        .sum())
                .isCloseTo(100.0 * MEMBERS + 7.0 * (MEMBERS - 3), within(1e-6));
        assertThat(report.metrics()).extracting(MetricReport::currency).containsExactly("CNY", null);
        assertThat(ReportText.of("x", report))
                .contains("4 events of spend, of 3 members, are in another currency (USD 3, HKD 1)", " CNY  n ");
    }

    @Test
    void touchesAreToldAndNeitherGoodNorBad() {
        long id = started(
                "touches",
                metric("touches", "{\"kind\":\"count\",\"event\":\"Message Dispatched\"}", 0, "null", "null")
                        + ','
                        + metric("buyers", BUYERS, 0, "null", "true"));
        track(IntStream.rangeClosed(1, MEMBERS)
                .mapToObj(i -> event("touched-" + i, "Checked In", exposed.minusSeconds(60), ""))
                .toList());
        RoaringBitmap members = numbers("touched-");
        RoaringBitmap treated = arm(id, "gift", members);
        track(IntStream.rangeClosed(1, MEMBERS)
                .filter(i -> treated.contains(number("touched-" + i)))
                .boxed()
                .flatMap(i -> IntStream.rangeClosed(0, 3 + i % 2)
                        .mapToObj(n ->
                                event("touched-" + i, "Message Dispatched", exposed.plus(n + 1, ChronoUnit.HOURS), "")))
                .toList());
        assignments.expose(id, members, exposed);
        Report report = reports.make(id, Population.EXPOSED);
        ArmComparison touches = comparison(report.metrics().getFirst());
        assertThat(touches.verdict()).isInstanceOf(Verdict.Changed.class);
        assertThat(Objects.requireNonNull(touches.effect()).difference()).isBetween(4.0, 5.0);
        assertThat(touches.qValue()).as("what is not judged is no discovery").isNull();
        assertThat(ReportText.of("x", report)).contains("told, not judged", "another figure, by ");
    }

    @Test
    void membersMergedAcrossArmsAreLeftOutAndThoseWithinOneAreOne() {
        track(IntStream.rangeClosed(1, MEMBERS)
                .mapToObj(i -> event("merged-" + i, "Order Completed", exposed.plusSeconds(60), "\"total\":10"))
                .toList());
        long id = started("merged", metric("spend", SPEND, 0, "null", "true"));
        RoaringBitmap members = numbers("merged-");
        assignments.expose(id, members, exposed);
        RoaringBitmap control = arm(id, "control", members);
        Map<Boolean, List<Integer>> byArm = IntStream.rangeClosed(1, MEMBERS)
                .boxed()
                .collect(Collectors.partitioningBy(i -> control.contains(number("merged-" + i))));
        List<Integer> ours = Objects.requireNonNull(byArm.get(true));
        List<Integer> theirs = Objects.requireNonNull(byArm.get(false));
        merge(ours.get(0), theirs.get(0));
        merge(ours.get(1), ours.get(2));

        Report report = reports.make(id, Population.EXPOSED);
        assertThat(finding(report, "in-two-arms"))
                .extracting(Finding::grave, Finding::count)
                .containsExactly(true, 1L);
        MetricReport spend = report.metrics().getFirst();
        assertThat(spend.arms())
                .extracting(Report.ArmFigure::arm, Report.ArmFigure::units)
                .containsExactly(tuple("control", ours.size() - 2L), tuple("gift", theirs.size() - 1L));
        assertThat(spend.arms().getFirst().numerator() * (ours.size() - 2))
                .as("two who are one bought twice")
                .isCloseTo(10.0 * (ours.size() - 1), within(1e-9));
    }

    private void merge(int one, int other) {
        Answer merged = caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/alias", "{\"userId\":\"merged-%d\",\"previousId\":\"merged-%d\"}".formatted(one, other));
        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
        mart.settle();
    }

    /** Seven days count of each: what began 3 days after overlaps, what began 9 days after does not. */
    @Test
    void whoMetAnotherExperimentCountsOnlyWhereTheDaysOverlap() {
        String spend = metric("spend", SPEND, 0, "null", "true");
        long id = started("here", spend);
        long near = started("near", spend);
        long far = started("far", spend);
        assignments.expose(id, RoaringBitmap.bitmapOfRange(960_001, 960_101), exposed);
        assignments.expose(far, RoaringBitmap.bitmapOfRange(960_001, 960_061), exposed.plus(9, ChronoUnit.DAYS));
        assertThat(reports.make(id, Population.EXPOSED).health().findings())
                .extracting(Finding::code)
                .doesNotContain("in-other-experiments");

        assignments.expose(near, RoaringBitmap.bitmapOfRange(960_091, 960_131), exposed.plus(3, ChronoUnit.DAYS));
        assertThat(finding(reports.make(id, Population.EXPOSED), "in-other-experiments"))
                .extracting(Finding::grave, Finding::count)
                .containsExactly(false, 10L);
        assertThat(finding(reports.make(near, Population.EXPOSED), "in-other-experiments")
                        .count())
                .as("and the other way round")
                .isEqualTo(10);
    }

    /** Member i bought for i before and for i² mod 37 after, every third not at all. */
    @Test
    void theSameDataComeToTheSameByFileAndLive() {
        track(IntStream.rangeClosed(1, MEMBERS)
                .boxed()
                .flatMap(i -> List.of(
                        event("both-" + i, "Order Completed", exposed.minus(2, ChronoUnit.DAYS), "\"total\":" + i),
                        event(
                                "both-" + i,
                                i % 3 == 0 ? "Checked In" : "Order Completed",
                                exposed.plus(2, ChronoUnit.DAYS),
                                "\"total\":" + spent(i)))
                        .stream())
                .toList());
        long id = started(
                "both ways",
                metric("spend", SPEND, 10, "0.9", "true") + ',' + metric("buyers", BUYERS, 0, "null", "true"));
        RoaringBitmap members = numbers("both-");
        assignments.expose(id, members, exposed);
        Report live = reports.make(id, Population.EXPOSED);

        RoaringBitmap control = arm(id, "control", members);
        String csv = IntStream.rangeClosed(1, MEMBERS)
                .mapToObj(i -> "%d,%s,%d,%d,%b,%s"
                        .formatted(
                                i,
                                control.contains(number("both-" + i)) ? "control" : "gift",
                                i % 3 == 0 ? 0 : spent(i),
                                i,
                                i % 3 != 0,
                                exposed))
                .collect(Collectors.joining("\n", "unit,arm,spend,spend_before,buyers,exposed_at\n", "\n"));
        FinishedExperiment sent = finished.analyse(
                new Request("both ways", null, Map.of(), 0.9, Judging.PLAIN),
                new Wanted("both.csv", "", "", MAP, target -> Files.writeString(target, csv)));
        Report file = sent.report();

        assertThat(file.health().arms())
                .isEqualTo(live.health().arms().stream()
                        .map(arm -> new Report.ArmSize(
                                arm.key(), arm.key(), arm.weight(), arm.members(), arm.expected(), arm.clusters()))
                        .toList());
        for (int i = 0; i < live.metrics().size(); i++) {
            MetricReport one = live.metrics().get(i);
            MetricReport other = file.metrics().get(i);
            assertThat(other.name()).isEqualTo(one.name());
            assertThat(other.winsorValue()).isEqualTo(one.winsorValue());
            same(other.arms(), one.arms());
            same(
                    Objects.requireNonNull(comparison(other).effect()),
                    Objects.requireNonNull(comparison(one).effect()));
        }
        assertThat(Objects.requireNonNull(comparison(live.metrics().getFirst()).effect())
                        .theta())
                .as("and it is not nothing that is the same")
                .isNotNull();
        assertThat(live.metrics().getFirst().winsorValue()).isNotNull();
        assertThat(comparison(live.metrics().getFirst()).unwinsorised()).isNotNull();
        EffectInputs uncut =
                Objects.requireNonNull(comparison(live.metrics().getFirst()).unwinsorisedInputs());
        assertThat(Objects.requireNonNull(uncut.treatment().variance()))
                .as("what the cut takes out")
                .isGreaterThan(Objects.requireNonNull(
                        live.metrics().getFirst().arms().getLast().variance()));
        assertThat(comparison(live.metrics().getFirst()).overTime())
                .isNotEmpty()
                .allSatisfy(day -> {
                    EffectInputs inputs = Objects.requireNonNull(day.inputs());
                    assertThat(inputs.control().units() + inputs.treatment().units())
                            .isEqualTo(day.units());
                    assertThat(inputs.effect().difference()).isEqualTo(day.difference());
                });
        assertThat(comparison(live.metrics().getFirst()).overTime())
                .usingRecursiveComparison()
                .ignoringFields("inputs")
                .withComparatorForType(new DoubleComparator(1e-9), Double.class)
                .isEqualTo(comparison(file.metrics().getFirst()).overTime());

        Report opened = reports.kept(id, Population.EXPOSED).orElseThrow();
        assertThat(comparison(opened.metrics().getFirst()).overTime())
                .as("what is opened again has its days")
                .hasSameSizeAs(comparison(live.metrics().getFirst()).overTime())
                .allSatisfy(day -> assertThat(day.inputs())
                        .as("but carries none of what they are made of")
                        .isNull());
        comparison(live.metrics().getFirst()).overTime().forEach(day -> {
            String of = "?metric=spend&arm=gift&day=" + day.day();
            JsonNode ofLive = asked("/api/experiments/" + id + "/report/day" + of);
            JsonNode ofFile = asked("/api/experiments/finished/" + sent.id() + "/day" + of);
            for (String figure : List.of(
                    "/control/value", "/control/variance", "/treatment/units", "/effect/difference", "/effect/theta")) {
                assertThat(ofFile.at(figure).asDouble())
                        .as(figure)
                        .isCloseTo(ofLive.at(figure).asDouble(), within(1e-9));
            }
            assertThat(ofLive.at("/effect/difference").asDouble()).isCloseTo(day.difference(), within(1e-12));
        });
        Answer none = caller.get("/api/experiments/" + id + "/report/day?metric=spend&arm=gift&day=1999-01-01");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.code()).isEqualTo("experiment.no-day");
        assertThat(caller.get("/api/experiments/finished/" + sent.id() + "/day?metric=x&arm=gift&day=1999-01-01")
                        .code())
                .isEqualTo("experiment.no-day");
    }

    private JsonNode asked(String path) {
        Answer answer = caller.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static final String MAP = """
            SELECT unit, arm, spend, spend_before, CAST(buyers AS BOOLEAN) AS buyers,
                   CAST(exposed_at AS TIMESTAMPTZ) AS exposed_at FROM input""";

    private static int spent(int i) {
        return i * i % 37;
    }

    private static void same(Object one, Object other) {
        assertThat(one)
                .usingRecursiveComparison()
                .withComparatorForType(new DoubleComparator(1e-9), Double.class)
                .isEqualTo(other);
    }

    @Test
    void aGuardRailMustSayWhatIsBad() {
        JsonNode refused = caller.post("/api/experiments", """
                        {"name":"no way","hypothesis":"","unit":"MEMBER","layer":null,"layerShare":1,"audience":null,"days":14,
                         "smallestLift":0.05,"metrics":[%s],
                         "arms":[{"key":"control","name":"Control","weight":1},{"key":"gift","name":"Gift","weight":1}]}""".formatted(metric("rail", BUYERS, 0, "null", "null")
                        .replace("\"guardRail\":false", "\"guardRail\":true")))
                .json();
        assertThat(refused.at("/errors/0/field").asString()).isEqualTo("metrics[0].moreIsBetter");
    }
}
