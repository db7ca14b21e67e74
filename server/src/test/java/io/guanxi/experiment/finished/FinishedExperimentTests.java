package io.guanxi.experiment.finished;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guanxi.collect.FileMaps.Wanted;
import io.guanxi.experiment.analysis.Judging;
import io.guanxi.experiment.finished.FinishedExperiments.Request;
import io.guanxi.experiment.report.Report;
import io.guanxi.experiment.report.Report.ArmComparison;
import io.guanxi.experiment.report.Report.EffectInputs;
import io.guanxi.experiment.report.Report.Ends;
import io.guanxi.experiment.report.Report.Finding;
import io.guanxi.experiment.report.Report.MetricReport;
import io.guanxi.experiment.report.Report.ShownEffect;
import io.guanxi.experiment.report.Report.Uplift;
import io.guanxi.experiment.report.ReportText;
import io.guanxi.experiment.statistics.Outcome.Reason;
import io.guanxi.experiment.statistics.UpliftCurve;
import io.guanxi.experiment.statistics.Verdict;
import io.guanxi.platform.FalseDiscovery;
import io.guanxi.platform.Problem;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Finished experiments that come as a file. */
@ServerTest
class FinishedExperimentTests {

    private static final String ALL = "SELECT * FROM input";

    @Autowired
    FinishedExperiments experiments;

    @Autowired
    Caller caller;

    private Report analyse(String map, String csv) {
        return analyse(map, csv, null, Map.of());
    }

    private Report analyse(String map, String csv, @Nullable String control, Map<String, Double> weights) {
        return analyse(map, csv, new Request("test", control, weights, 0.999, Judging.PLAIN));
    }

    private Report analyse(String map, String csv, Request request) {
        return experiments
                .analyse(request, new Wanted("test.csv", "", "", map, target -> Files.writeString(target, csv)))
                .report();
    }

    private static Path data() {
        Path found = Stream.of("../shared/data", "../../shared/data", "../../../shared/data")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("nowhere"));
        assumeTrue(Files.isDirectory(found), "skipped: the public data sets are not at ../shared/data");
        return found;
    }

    private Report cookieCats(String where) throws IOException {
        Path file = data().resolve("cookie-cats/cookie_cats.csv.gz");
        Path map = Stream.of("docs", "../docs")
                .map(docs -> Path.of(docs, "examples/cookie-cats/retention.sql"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        FinishedExperiment made = experiments.analyse(
                new Request("Cookie Cats", null, Map.of(), 0.999, Judging.PLAIN),
                new Wanted(
                        "cookie_cats.csv.gz",
                        "",
                        "",
                        Files.readString(map) + where,
                        target -> Files.copy(file, target)));
        return experiments.get(made.id()).report();
    }

    private static ArmComparison comparison(Report report, int metric) {
        return report.metrics().get(metric).comparisons().getFirst();
    }

    @Test
    void cookieCatsComesBackLessAfterSevenDaysAndPerhapsAfterOne() throws IOException {
        Report report = cookieCats("");
        MetricReport day1 = report.metrics().get(0);
        MetricReport day7 = report.metrics().get(1);
        assertThat(day1.arms()).extracting(arm -> rounded(arm.value())).containsExactly(44.82, 44.23);
        assertThat(day7.arms()).extracting(arm -> rounded(arm.value())).containsExactly(19.02, 18.20);
        assertThat(Objects.requireNonNull(comparison(report, 0).effect()).pValue())
                .isCloseTo(0.0744, within(0.00005));
        assertThat(Objects.requireNonNull(comparison(report, 1).effect()).pValue())
                .isCloseTo(0.0016, within(0.00005));
        assertThat(comparison(report, 0).verdict()).isInstanceOf(Verdict.NoDifferenceSeen.class);
        assertThat(comparison(report, 1).verdict()).isInstanceOf(Verdict.Harmed.class);
        assertThat(report.health().blocked()).isFalse();
        String text = ReportText.of("Cookie Cats", report);
        assertThat(text).contains("44.82 %", "44.23 %", "p .0744", "19.02 %", "18.20 %", "p .0016");
        assertThat(text)
                .as("the relative lift with its interval")
                .containsPattern("lift -4\\.3 %  from -6\\.9 % to -1\\.. % of the control");
        assertThat(text).doesNotContain("NaN");
    }

    /** One player of gate_30 has 49,854 rounds, the next 2,961. */
    @Test
    void theOneExtremePlayerDoesNotSwingTheVerdictOnGameRounds() throws IOException {
        ArmComparison with = comparison(cookieCats(""), 2);
        ArmComparison without = comparison(cookieCats(" WHERE sum_gamerounds < 40000"), 2);
        assertThat(with.verdict()).isInstanceOf(Verdict.NoDifferenceSeen.class);
        assertThat(without.verdict()).isInstanceOf(Verdict.NoDifferenceSeen.class);
        assertThat(Objects.requireNonNull(with.effect()).difference())
                .isCloseTo(Objects.requireNonNull(without.effect()).difference(), within(0.05));
    }

    private static double rounded(@Nullable Double share) {
        return Math.round(10_000 * Objects.requireNonNull(share)) / 100.0;
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining("\n", "n\n", "\n"));
    }

    private static String rows(String... rows) {
        return String.join("\n", rows) + "\n";
    }

    @Test
    void unitsInTwoArmsAreLeftOutAndSaid() {
        StringBuilder csv = new StringBuilder("unit,arm,orders\n");
        for (int unit = 0; unit < 200; unit++) {
            csv.append(unit)
                    .append(',')
                    .append(unit % 2 == 0 ? "control" : "gift")
                    .append(',')
                    .append(unit % 7)
                    .append('\n');
        }
        csv.append("0,gift,5\n2,gift,5\n4,control,5\n");
        Report report = analyse(ALL, csv.toString());
        assertThat(report.health().findings())
                .extracting(Finding::code, Finding::count)
                .containsExactly(tuple("in-two-arms", 2L), tuple("repeated", 1L));
        assertThat(report.metrics().getFirst().arms())
                .extracting(arm -> arm.units())
                .containsExactly(97L, 100L);
    }

    @Test
    void anAssignmentThatChangedMidwayAndAnOutcomeBeforeExposureAreSaid() {
        Report report = analyse(
                ALL,
                rows(
                        "unit,arm,exposed_at,outcome_at,paid",
                        "1,a,2026-05-01 10:00:00,2026-05-02 10:00:00,1",
                        "1,b,2026-05-03 10:00:00,2026-05-04 10:00:00,2",
                        "2,a,2026-05-01 10:00:00,2026-04-30 10:00:00,3",
                        "3,a,2026-05-01 10:00:00,,4",
                        "4,a,2026-05-02 10:00:00,,6",
                        "5,b,2026-05-01 10:00:00,,5",
                        "6,b,2026-05-02 10:00:00,,9"));
        assertThat(report.health().findings())
                .extracting(Finding::code, Finding::grave, Finding::count)
                .containsExactly(tuple("assignment-changed", true, 1L), tuple("outcome-before-exposure", true, 1L));
        assertThat(comparison(report, 0).overTime()).hasSize(1); // on the first day each arm has one member only
    }

    @ParameterizedTest
    @CsvSource({"ZERO_VARIANCE, 3 3 3, 3 3 3", "ONE_MEMBER, 3, 4 5", "EMPTY_ARM, 1 2 3, ''"})
    void whatCannotBeComparedIsAReasonAndNoNumber(Reason reason, String control, String gift) {
        StringBuilder csv = new StringBuilder("unit,arm,orders\n");
        int unit = 0;
        for (String[] arm : new String[][] {{"control", control}, {"gift", gift}}) {
            for (String value : arm[1].split(" ")) {
                if (!value.isEmpty()) {
                    csv.append(unit++)
                            .append(',')
                            .append(arm[0])
                            .append(',')
                            .append(value)
                            .append('\n');
                }
            }
        }
        Report report = analyse(ALL, csv.toString(), null, Map.of("control", 1.0, "gift", 1.0));
        assertThat(comparison(report, 0).verdict()).isEqualTo(new Verdict.NotComparable(reason));
        assertThat(comparison(report, 0).effect()).isNull();
        assertThat(ReportText.of("x", report)).doesNotContain("NaN").contains("cannot be compared");
    }

    @Test
    void oneClusterIsNotCompared() {
        Report report = analyse(
                ALL, rows("unit,arm,cluster,orders", "1,a,g1,1", "2,a,g1,2", "3,b,g2,1", "4,b,g2,3", "5,b,g3,3"));
        assertThat(comparison(report, 0).verdict()).isEqualTo(new Verdict.NotComparable(Reason.ONE_CLUSTER));
        assertThat(ReportText.of("x", report)).contains("arm a  communities 1  expected 2  with 2 members");
    }

    @Test
    void armsOfTheWrongSizeBlockTheVerdict() {
        StringBuilder csv = new StringBuilder("unit,arm,orders\n");
        for (int unit = 0; unit < 600; unit++) {
            csv.append(unit)
                    .append(',')
                    .append(unit % 3 == 0 ? "gift" : "control")
                    .append(',')
                    .append(unit % 7)
                    .append('\n');
        }
        Report report = analyse(ALL, csv.toString());
        assertThat(report.health().blocked()).isTrue();
        assertThat(comparison(report, 0).verdict()).isEqualTo(new Verdict.Blocked());
        assertThat(analyse(ALL, csv.toString(), null, Map.of("gift", 1.0, "control", 2.0))
                        .health()
                        .blocked())
                .isFalse();
    }

    /** 0.21 more of what is 0 to 4: 2.1 standard errors, which is enough for one arm (1.96), and not for one of two (2.24). */
    @Test
    void severalArmsShareTheErrorThatIsAllowed() {
        String map = """
                SELECT n AS unit, arm, n % 5 + CASE WHEN arm = 'gift' THEN 0.21 ELSE 0 END AS orders
                FROM (SELECT n, CASE n // 5 % 3 WHEN 0 THEN 'control' WHEN 1 THEN 'gift' ELSE 'letter' END AS arm FROM input)""";
        Report two = analyse(map + " WHERE arm <> 'letter'", numbers(1200));
        Report three = analyse(map, numbers(1200));
        assertThat(three.health().arms()).hasSize(3);
        ShownEffect alone = Objects.requireNonNull(comparison(two, 0).effect());
        ShownEffect ofTwo = Objects.requireNonNull(comparison(three, 0).effect());
        assertThat(ofTwo.difference()).isEqualTo(alone.difference());
        assertThat(comparison(two, 0).verdict()).isInstanceOf(Verdict.Helped.class);
        assertThat(comparison(three, 0).verdict()).isInstanceOf(Verdict.NoDifferenceSeen.class);
        TDistribution t = new TDistribution(alone.degrees());
        assertThat(width(ofTwo.interval()) / width(alone.interval()))
                .isCloseTo(
                        t.inverseCumulativeProbability(1 - 0.0125) / t.inverseCumulativeProbability(1 - 0.025),
                        within(1e-9));
        assertThat(width(ofTwo.alwaysInterval())).isGreaterThan(1.05 * width(alone.alwaysInterval()));
        assertThat(Objects.requireNonNull(ofTwo.sequence()).alpha()).isEqualTo(0.025);
        assertThat(three.metrics().getFirst().comparisons())
                .extracting(ArmComparison::arm)
                .containsExactly("gift", "letter");
    }

    private static double width(Ends ends) {
        return ends.high() - ends.low();
    }

    @Test
    void segmentsRatiosLookBackAndScoreAreAnalysedWhereTheMapHasThem() {
        Report report = analyse("""
                SELECT n AS unit, CASE WHEN n % 2 = 0 THEN 'control' ELSE 'gift' END AS arm,
                       CASE WHEN n % 3 = 0 THEN 'NEW' ELSE 'LOYAL' END AS segment_layer, n % 97 AS score,
                       n % 5 + (n % 2) * (n % 97) / 50.0 AS orders, 1 + n % 4 AS orders_by,
                       n % 5 + n % 7 / 10.0 AS spend, n % 5 + n % 2 * 0.1 AS spend_before,
                       n % 5 + (n % 2) * (n % 97) / 50.0 AS visits
                FROM input""", numbers(2000));
        assertThat(report.metrics()).extracting(MetricReport::name).containsExactly("orders", "spend", "visits");
        ArmComparison orders = comparison(report, 0);
        assertThat(orders.segments()).extracting(segment -> segment.value()).containsExactly("LOYAL", "NEW");
        double[] chances = orders.segments().stream()
                .mapToDouble(segment -> segment.pValue())
                .toArray();
        assertThat(orders.segments().stream()
                        .mapToDouble(segment -> segment.qValue())
                        .toArray())
                .containsExactly(FalseDiscovery.qValues(chances))
                .as("and they are not the chances themselves")
                .isNotEqualTo(chances);
        assertThat(orders.segments()).allSatisfy(segment -> {
            EffectInputs inputs = Objects.requireNonNull(segment.inputs());
            assertThat(inputs.control().units()).isEqualTo(segment.controls());
            assertThat(Objects.requireNonNull(inputs.treatment().value())
                            - Objects.requireNonNull(inputs.control().value()))
                    .isCloseTo(segment.difference(), within(1e-12));
        });
        Uplift uplift = Objects.requireNonNull(comparison(report, 2).uplift());
        assertThat(UpliftCurve.of(Objects.requireNonNull(uplift.bins()).stream()
                                .map(bin -> new UpliftCurve.Bin(
                                        bin.controls(), bin.controlYield(), bin.treated(), bin.treatedYield()))
                                .toList())
                        .coefficient())
                .isEqualTo(uplift.coefficient());
        assertThat(orders.uplift()).as("a ratio has no gain per member").isNull();
        assertThat(Objects.requireNonNull(comparison(report, 2).uplift()).coefficient())
                .isPositive();
        assertThat(Objects.requireNonNull(
                        Objects.requireNonNull(comparison(report, 1).effect()).varianceRemoved()))
                .isGreaterThan(0.9);
    }

    private static final String FOUR = rows("unit,arm,y", "1,a,1", "2,a,2", "3,b,1", "4,b,5");

    @Test
    void columnsMayHaveAnyName() {
        Report report = analyse("""
                SELECT unit, arm, y AS n, y AS number, y AS row_no, y AS y0, y + 1 AS y1, y AS "a ""quoted"" name"
                FROM input""", FOUR, new Request("any name", null, Map.of(), null, Judging.PLAIN));
        assertThat(report.metrics())
                .extracting(MetricReport::name, metric -> metric.arms().get(1).value())
                .containsExactly(
                        tuple("n", 3.0),
                        tuple("number", 3.0),
                        tuple("row_no", 3.0),
                        tuple("y0", 3.0),
                        tuple("y1", 4.0),
                        tuple("a \"quoted\" name", 3.0));
    }

    @Test
    void linesThatCannotBeReadAreCounted() {
        Report report = analyse(ALL, FOUR + "5,b,1,2,3\n6,b\n");
        assertThat(report.health().findings())
                .extracting(Finding::code, Finding::grave, Finding::count)
                .contains(tuple("unreadable-lines", true, 2L));
        assertThat(ReportText.of("x", report)).contains("WARNING 2 lines of the file cannot be read");
    }

    @Test
    void linesThatCannotBeReadAreToldWithTheirPlaceAndTheReason() {
        FinishedExperiment kept = experiments.analyse(
                new Request("test", null, Map.of(), 0.999, Judging.PLAIN),
                new Wanted("test.csv", "", "", ALL, target -> Files.writeString(target, FOUR + "5,b,1,2,3\n6,b\n")));
        assertThat(kept.rejects()).isEqualTo(2);
        Answer csv = caller.get("/api/experiments/finished/" + kept.id() + "/rejects");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.text().lines()).first().asString().endsWith("line,field,code,reason");
        assertThat(csv.text()).contains("\n6,,line-too-many-columns,").contains("\n7,y,line-missing-columns,");
        FinishedExperiment whole = experiments.analyse(
                new Request("test", null, Map.of(), 0.999, Judging.PLAIN),
                new Wanted("test.csv", "", "", ALL, target -> Files.writeString(target, FOUR)));
        assertThat(caller.get("/api/experiments/finished/" + whole.id() + "/rejects")
                        .code())
                .isEqualTo("experiment.no-rejects");
    }

    @Test
    void whatIsBetterWhenLessIsNamedInCapitalsOrNot() {
        Request request = new Request("less", null, Map.of(), null, Judging.lessOf("COMPLAINTS"));
        Report report = analyse("SELECT unit, arm, y AS Complaints FROM input", FOUR, request);
        assertThat(report.metrics().getFirst().moreIsBetter()).isFalse();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> analyse("SELECT unit, arm, y AS other FROM input", FOUR, request))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("experiment.metric-unknown"));
    }

    @Test
    void aFileSaysWhatItsMetricsAreAsAPlanDoes() {
        Judging judging =
                new Judging(List.of("complaints"), List.of("COMPLAINTS"), List.of("visits"), List.of("spend"), 0.2);
        Report report = analyse(
                "SELECT unit, arm, y AS spend, y AS complaints, y AS visits FROM input",
                FOUR,
                new Request("judged", null, Map.of(), null, judging));
        assertThat(report.metrics()).extracting(MetricReport::name).containsExactly("spend", "complaints", "visits");
        assertThat(report.metrics()).extracting(MetricReport::currency).containsExactly("CNY", null, null);
        assertThat(report.metrics()).extracting(MetricReport::moreIsBetter).containsExactly(true, false, null);
        assertThat(report.metrics()).extracting(MetricReport::guardRail).containsExactly(false, true, false);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new Judging(List.of(), List.of("visits"), List.of("Visits"), List.of(), 0.05))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("experiment.metric-judged"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new Judging(List.of(), List.of(), List.of(), List.of(), Double.NaN))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("experiment.smallest-lift-invalid"));
    }

    /** In Shanghai it is noon where it is four in UTC; a day is after no hour of it. */
    @ParameterizedTest
    @CsvSource({
        "TIMESTAMP '2026-05-01 12:00:00', TIMESTAMPTZ '2026-05-01 04:30:00+00', false",
        "TIMESTAMP '2026-05-01 12:00:00', TIMESTAMPTZ '2026-05-01 03:30:00+00', true",
        "TIMESTAMPTZ '2026-05-01 04:00:00+00', TIMESTAMP '2026-05-01 11:00:00', true",
        "TIMESTAMP '2026-05-01 12:00:00', DATE '2026-05-01', false",
        "TIMESTAMP '2026-05-01 12:00:00', DATE '2026-04-30', true",
        "TIMESTAMPTZ '2026-05-01 17:00:00+00', DATE '2026-05-01', true"
    })
    void timesOfAnyKindAreComparedInTheBrandsZone(String exposed, String outcome, boolean early) {
        Report report = analyse(
                "SELECT unit, arm, y, " + exposed + " AS exposed_at, CASE WHEN unit IN (1, 3) THEN " + outcome
                        + " END AS outcome_at FROM input",
                FOUR);
        assertThat(report.health().findings())
                .extracting(Finding::code)
                .isEqualTo(early ? List.of("outcome-before-exposure") : List.of());
    }

    @Test
    void figuresTooLargeToBeOnesAreLeftOutAndThoseTooSmallAreNothing() {
        Report report = analyse(
                "SELECT unit, arm, CAST(y AS DOUBLE) AS y, CAST(z AS DOUBLE) AS z FROM input",
                rows("unit,arm,y,z", "1,a,1e200,1e-200", "2,a,2,2", "3,a,4,2", "4,b,1,1", "5,b,-1e300,0"));
        assertThat(report.health().findings())
                .extracting(Finding::code, Finding::count, Finding::of)
                .contains(tuple("figure-not-finite", 2L, "y"));
        assertThat(report.metrics().get(0).arms())
                .extracting(arm -> arm.units())
                .containsExactly(2L, 1L);
        assertThat(report.metrics().get(1).arms().getFirst().value()).isEqualTo(4 / 3.0);
    }

    @Test
    void figuresAreToldAsPeopleReadThem() {
        Report report = analyse(ALL, rows("unit,arm,y", "1,a,12345.6", "2,a,12345.8", "3,b,0.00031", "4,b,0.00032"));
        assertThat(ReportText.of("x", report)).contains("a  12,346  n 2").contains("b  0.00032  n 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1 AS unit, 2 AS other FROM input|experiment.map-columns",
                "SELECT n AS unit, 'a' AS arm, 1 AS y FROM input|experiment.one-arm",
                "SELECT n AS unit, n AS arm, 1 AS y FROM input|experiment.too-many-arms",
                "SELECT n AS unit, 'a' AS arm, 'text' AS y FROM input|experiment.map-columns",
                "SELECT 1 AS unit, 'a' AS arm, 1 AS y FROM input|experiment.repeated-units",
                "SELECT n AS unit, 'a' AS arm, 1 AS y FROM input WHERE false|experiment.no-rows",
                "SELECT n AS unit, 'a' AS arm, 1 AS y FROM read_csv('/etc/passwd')|import.map-forbidden",
                "SELECT missing AS unit, 'a' AS arm, 1 AS y FROM input|import.map-invalid"
            })
    void aMapThatYieldsNoExperimentIsRefusedInWords(String map, String code) {
        String csv = numbers(50);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> analyse(map, csv))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void aKeptReportIsReadByHttpAndForgotten() {
        FinishedExperiment made = experiments.analyse(
                new Request("by http", null, Map.of(), null, Judging.lessOf("orders")),
                new Wanted(
                        "x.csv",
                        "",
                        "",
                        ALL,
                        target -> Files.writeString(
                                target, rows("unit,arm,orders", "1,a,1", "2,a,2", "3,b,1", "4,b,5"))));
        String path = "/api/experiments/finished/" + made.id();
        assertThat(caller.get(path).json().at("/report/metrics/0/arms/1/value").asDouble())
                .isEqualTo(3);
        assertThat(caller.get(path + "/text").text()).startsWith("experiment by http");
        assertThat(caller.get("/api/experiments/finished").text()).contains("by http");
        assertThat(caller.delete(path).status()).isEqualTo(204);
        assertThat(caller.get(path).status()).isEqualTo(404);
    }
}
