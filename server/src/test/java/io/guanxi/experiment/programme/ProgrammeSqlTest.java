package io.guanxi.experiment.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.experiment.Split;
import io.guanxi.experiment.programme.ProgrammeReport.QuarterPart;
import io.guanxi.experiment.programme.ProgrammeReport.QuarterSum;
import io.guanxi.experiment.programme.ProgrammeSql.Arms;
import io.guanxi.experiment.programme.ProgrammeSql.Funnel;
import io.guanxi.experiment.programme.ProgrammeSql.OtherMoney;
import io.guanxi.experiment.programme.ProgrammeSql.Touched;
import io.guanxi.experiment.programme.TouchpointReport.PlaceKind;
import io.guanxi.experiment.programme.TouchpointReport.TouchPlace;
import io.guanxi.experiment.statistics.Verdict;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.SqlText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three members are held out, four are not; all figures are worked out by hand. */
class ProgrammeSqlTest {

    private static final Split SPLIT = Split.holdout("programme", 0.5);
    private static final Days DAYS = new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 28));
    private static final int[] HELD = numbers(0, 4);
    private static final int[] REACHED = numbers(1, 4);

    private DuckDb duck;
    private Connection connection;
    private JdbcClient sql;
    private ProgrammeSql programme;

    private static int[] numbers(int arm, int count) {
        return IntStream.iterate(1, number -> number + 1)
                .filter(number -> SPLIT.armOf(number) == arm)
                .limit(count)
                .toArray();
    }

    @BeforeEach
    void aSmallBrand(@TempDir Path temp) throws SQLException, IOException {
        duck = DuckDb.inMemory(temp, "256MB");
        connection = duck.connect();
        sql = DuckDb.client(connection);
        for (String table : List.of(
                "member (member_no INTEGER, created_day DATE, channel VARCHAR)",
                "member_alias (member_no INTEGER, into_no INTEGER)",
                "event_name (event_no INTEGER, event VARCHAR)",
                "event_member (event_no INTEGER, day DATE, member_no INTEGER, n INTEGER)",
                "other_money (member_no INTEGER, day DATE, event_no INTEGER, currency VARCHAR, n INTEGER, amount DECIMAL(18,2))",
                "told (member_no INTEGER, day DATE, event VARCHAR, properties VARCHAR)",
                "member_day (member_no INTEGER, day DATE, event_no INTEGER, n INTEGER, amount DECIMAL(18,2))")) {
            sql.sql("CREATE TABLE " + table).update();
        }
        for (int i = 0; i < 3; i++) {
            member(HELD[i], "2025-06-01");
        }
        for (int i = 0; i < 4; i++) {
            member(REACHED[i], "2025-06-01");
        }
        deed(REACHED[0], "2026-01-10", "Order Completed", 2, "100");
        deed(REACHED[0], "2026-01-12", "Order Refunded", 1, "-20");
        deed(REACHED[0], "2026-02-20", "Product Viewed", 3, null);
        deed(REACHED[1], "2026-01-31", "Order Completed", 1, "50");
        deed(REACHED[1], "2025-12-15", "Order Completed", 1, "10");
        deed(REACHED[2], "2026-02-20", "Message Read", 1, null); // an answer to what we said
        deed(REACHED[3], "2026-03-01", "Order Completed", 1, "999"); // after the days
        deed(REACHED[3], "2025-10-02", "Order Completed", 1, "999"); // before the look-back
        deed(HELD[0], "2026-01-05", "Order Completed", 1, "30");
        deed(HELD[1], "2025-12-20", "Order Completed", 1, "40");
        deed(HELD[1], "2026-02-27", "Checked In", 1, null);
        programme = new ProgrammeSql(sql, DAYS, DAYS.from(), List.of("Message Read", "Order Refunded"));
        Path touches = temp.resolve("touches.csv");
        Files.writeString(touches, """
                %1$d,sms,2026-01-09,2,2,2,1,0
                %1$d,email,2026-01-11,1,1,1,1,1
                %2$d,sms,2026-01-01,1,1,1,0,0
                %3$d,sms,2026-01-01,1,0,0,0,0
                %4$d,sms,2026-01-02,1,0,0,0,0
                %5$d,sms,2026-01-02,1,1,1,0,0
                """.formatted(REACHED[0], REACHED[1], REACHED[2], HELD[0], HELD[1]));
        assertThat(programme.people(SPLIT)).isZero();
        programme.touches(touches);
        Path layers = temp.resolve("layers.csv");
        Files.writeString(layers, REACHED[0] + ",LOYAL\n");
        programme.layers(layers);
        Path worth = temp.resolve("worth.parquet");
        sql.sql(
                        "COPY (SELECT * FROM (VALUES (%1$d, DATE '2026-02-28', 20.0), (%1$d, DATE '2025-12-31', 12.0), (%2$d, DATE '2026-02-28', 6.0), (%3$d, DATE '2025-12-31', 4.0)) AS t (member_no, day, value)) TO %4$s (FORMAT parquet)"
                                .formatted(REACHED[0], HELD[0], HELD[1], SqlText.literal(worth)))
                .update();
        assertThat(programme.worthDays())
                .containsExactly(DAYS.until(), DAYS.from().minusDays(1));
        programme.worth(worth);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        duck.close();
    }

    private void member(int number, String day) {
        sql.sql("INSERT INTO member VALUES (?, CAST(? AS DATE), NULL)")
                .params(number, day)
                .update();
    }

    private void deed(int member, String day, String event, int n, @Nullable String amount) {
        sql.sql(
                        "INSERT INTO event_name SELECT (SELECT count(*) FROM event_name), ? WHERE ? NOT IN (SELECT event FROM event_name)")
                .params(event, event)
                .update();
        sql.sql(
                        "INSERT INTO member_day SELECT ?, CAST(? AS DATE), event_no, ?, CAST(%s AS DECIMAL(18,2)) FROM event_name WHERE event = ?"
                                .formatted(amount))
                .params(member, day, n, event)
                .update();
    }

    @Test
    void eachMemberIsMeasuredWithinTheDays() {
        programme.unitsByLayer();
        Map<String, List<Arms>> parts = programme.arms(Outcomes.ALL);
        assertThat(parts.keySet()).containsExactly("LOYAL", "NEW");
        List<Arms> loyal = Objects.requireNonNull(parts.get("LOYAL"));
        List<Arms> fresh = Objects.requireNonNull(parts.get("NEW"));
        // of 59 days the last 30 begin on January 30: who looked at a product then, and who ordered on the 31st
        double[] reached = {2 / 4., 3 / 4., 150 / 4., 130 / 4., 2 / 4., 20 / 4.};
        double[] held = {1 / 3., 1 / 3., 10, 10, 1 / 3., 6 / 3.};
        for (Outcomes outcome : Outcomes.ALL) {
            Arms both = loyal.get(outcome.place()).plus(fresh.get(outcome.place()));
            assertThat(both.reached().n()).isEqualTo(4);
            assertThat(both.heldOut().n()).isEqualTo(3);
            assertThat(both.reached().ratio()).as(outcome.code()).isEqualTo(reached[outcome.place()], within(1e-12));
            assertThat(both.heldOut().ratio()).as(outcome.code()).isEqualTo(held[outcome.place()], within(1e-12));
        }
    }

    /**
     * Orders 2, 1, 0, 0 against 1, 0, 0 with 0, 1, 0, 0 and 0, 1, 0 before: θ = (1/4 − 1/3)/(3/4 + 2/3) = −1/17, the difference
     * 5/12 − 1/204 = 7/17, four times that in all.
     */
    @Test
    void theDifferenceTimesTheReachedIsWhatCameOfIt() {
        programme.unitsByLayer();
        Arms orders = programme.arms(Outcomes.ALL).values().stream()
                .map(arms -> arms.get(Outcomes.ORDERS.place()))
                .reduce(Arms.NOBODY, Arms::plus);
        Measured measured = new Compare(0.5, 0)
                .of(List.of(Outcomes.ORDERS), List.of(orders))
                .getFirst();
        assertThat(Objects.requireNonNull(measured.effect()).theta()).isEqualTo(-1 / 17., within(1e-12));
        assertThat(measured.effect().unadjusted()).isEqualTo(5 / 12., within(1e-12));
        assertThat(measured.effect().difference()).isEqualTo(7 / 17., within(1e-12));
        assertThat(measured.total()).isEqualTo(28 / 17., within(1e-12));
        assertThat(Objects.requireNonNull(measured.totalInterval()).low())
                .isEqualTo(4 * measured.effect().interval().low(), within(1e-9));
        assertThat(measured.verdict()).isInstanceOf(Verdict.NoDifferenceSeen.class);
    }

    /** 20, 0, 0, 0 against 6, 0, 0 with 12, 0, 0, 0 and 0, 4, 0 before: θ = (180 − 8)/(108 + 32/3) = 129/89, the difference 3 − 5/3 θ. */
    @Test
    void whatMembersAreWorthIsComparedButIsNoSum() {
        programme.unitsByLayer();
        Arms score = programme.arms(Outcomes.ALL).values().stream()
                .map(arms -> arms.get(Outcomes.SCORE.place()))
                .reduce(Arms.NOBODY, Arms::plus);
        Measured measured =
                new Compare(0.5, 0).of(List.of(Outcomes.SCORE), List.of(score)).getFirst();
        assertThat(measured.metric()).isEqualTo("score");
        assertThat(Objects.requireNonNull(measured.effect()).theta()).isEqualTo(129 / 89., within(1e-12));
        assertThat(measured.effect().difference()).isEqualTo(3 - 5 / 3. * 129 / 89, within(1e-12));
        assertThat(measured.verdict()).isInstanceOf(Verdict.NoDifferenceSeen.class);
        assertThat(measured.total()).isNull();
        assertThat(measured.totalInterval()).isNull();
    }

    @Test
    void noVerdictIsGivenWhileDaysAreOpenNorWhereTheArmsAreOdd() {
        programme.unitsByLayer();
        List<Arms> arms = programme.arms(Outcomes.ALL).get("NEW");
        assertThat(new Compare(0.5, 9).of(Outcomes.ALL, Objects.requireNonNull(arms)))
                .allSatisfy(measured -> assertThat(measured.verdict()).isEqualTo(new Verdict.TooEarly(9)));
        assertThat(new Compare(0.0001, 9).of(Outcomes.ALL, arms))
                .allSatisfy(measured -> assertThat(measured.verdict()).isInstanceOf(Verdict.Blocked.class));
    }

    @Test
    void aChannelIsFollowedFromTheMessageToTheOrder() {
        programme.unitsByChannel();
        assertThat(programme.funnels())
                .containsExactly(
                        new Funnel("sms", 3, 3, 3, 2, 1, 0, 1, 2, new BigDecimal("100.00")),
                        new Funnel("email", 1, 1, 1, 1, 1, 1, 0, 0, new BigDecimal("0.00")));
        Arms orders = Objects.requireNonNull(programme.arms(Outcomes.ORDERED).get("sms"))
                .get(Outcomes.ORDERS.place());
        assertThat(orders.reached().ratio()).isEqualTo(3 / 3.);
        assertThat(orders.heldOut().ratio()).isEqualTo(1 / 2.);
        assertThat(orders.heldOut().ratioBefore()).isEqualTo(1 / 2.);
    }

    private void told(int member, String day, String event, String properties) {
        deed(member, day, event, 1, null);
        sql.sql("INSERT INTO event_member SELECT event_no, CAST(? AS DATE), ?, 1 FROM event_name WHERE event = ?")
                .params(day, member, event)
                .update();
        sql.sql("INSERT INTO told VALUES (?, CAST(? AS DATE), ?, ?)")
                .params(member, day, event, properties)
                .update();
    }

    /** Two orders for 100 on January 10 by one, one for 50 on January 31 by another. */
    @Test
    void menusCodesAndContentAreFollowedToTheOrder() {
        assertThat(programme.placeDays()).isEmpty();
        told(REACHED[0], "2026-01-04", "Menu Tapped", "{\"item\":\"new\"}");
        told(REACHED[0], "2026-01-10", "Menu Tapped", "{\"item\":\"new\"}");
        told(
                REACHED[1],
                "2026-01-24",
                "Menu Tapped",
                "{\"item\":\"new\"}"); // seven days before the order is one too many
        told(HELD[0], "2026-01-04", "Menu Tapped", "{\"item\":\"new\"}"); // held out
        told(REACHED[1], "2026-01-25", "Link Clicked", "{\"content\":12}");
        told(REACHED[2], "2026-01-26", "Link Clicked", "{\"content\":12}");
        told(REACHED[3], "2026-01-26", "Code Scanned", "{}");
        told(REACHED[3], "2026-03-01", "Code Scanned", "{}"); // after the days
        programme.unitsByChannel();
        assertThat(programme.placeDays())
                .contains(LocalDate.of(2026, 1, 4), LocalDate.of(2026, 1, 26))
                .hasSize(5);
        assertThat(programme.places("told"))
                .containsExactly(
                        new TouchPlace(PlaceKind.MENU, "new", null, 3, 2, 1, 2, new BigDecimal("100.00")),
                        new TouchPlace(PlaceKind.CONTENT, "12", null, 2, 2, 1, 1, new BigDecimal("50.00")),
                        new TouchPlace(PlaceKind.CODE, "", null, 1, 1, 0, 0, new BigDecimal("0.00")));
    }

    @Test
    void whatWasSentIsCountedByLayerWithoutThoseHeldOut() {
        assertThat(programme.touchedByLayer())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "LOYAL",
                        new Touched(1, Map.of("sms", 2L, "email", 1L)),
                        "NEW",
                        new Touched(1, Map.of("sms", 1L))));
        assertThat(programme.heldOutReached()).isEqualTo(1);
        assertThat(programme.everybody().reached().n()).isEqualTo(4);
        Map<String, BigDecimal> prices = Map.of("sms", new BigDecimal("0.045"));
        assertThat(TouchCosts.of(Map.of("sms", 3L, "email", 1L), prices)).isEqualTo(new BigDecimal("0.14"));
        assertThat(TouchCosts.of(Map.of("email", 1L), prices)).isNull();
    }

    @Test
    void whatIsInAnotherCurrencyIsCountedWithinTheDays() {
        assertThat(programme.otherMoney()).isEmpty();
        other(REACHED[0], "2026-01-10", "Order Completed", "USD", 2);
        other(REACHED[0], "2026-01-12", "Order Refunded", "HKD", 1);
        other(HELD[0], "2026-02-28", "Order Completed", "USD", 1);
        other(HELD[1], "2026-03-01", "Order Completed", "USD", 9); // after the days
        other(HELD[1], "2026-02-01", "Product Viewed", "USD", 9); // no order
        assertThat(programme.otherMoney()).contains(new OtherMoney(4, 2, "USD 3, HKD 1"));
    }

    private void other(int member, String day, String event, String currency, int n) {
        sql.sql("INSERT INTO other_money SELECT ?, CAST(? AS DATE), event_no, ?, ?, 10 FROM event_name WHERE event = ?")
                .params(member, day, currency, n, event)
                .update();
    }

    @Test
    void whoIsOneWithAMemberOfTheOtherArmIsLeftOut() {
        member(HELD[3], "2025-06-01");
        sql.sql("INSERT INTO member_alias VALUES (?, ?)")
                .params(REACHED[3], HELD[3])
                .update();
        sql.sql("DELETE FROM member WHERE member_no = ?").param(REACHED[3]).update();
        member(5000, "2026-03-01"); // came after the days
        assertThat(programme.people(SPLIT)).isEqualTo(1);
        assertThat(programme.everybody().heldOut().n()).isEqualTo(3);
        assertThat(programme.everybody().reached().n()).isEqualTo(3);
    }

    @Test
    void partsOfAQuarterAddUpWithTheirVariances() {
        programme.unitsByLayer();
        List<Arms> all = IntStream.range(0, Outcomes.ALL.size())
                .mapToObj(figure -> programme.arms(Outcomes.ALL).values().stream()
                        .map(arms -> arms.get(figure))
                        .reduce(Arms.NOBODY, Arms::plus))
                .toList();
        Against against = new Against(1, 0.5, DAYS.from(), DAYS.until(), null, 0, 3, 4, 1);
        QuarterPart part =
                new QuarterPart(DAYS.from(), DAYS.until(), against, new Compare(0.5, 0).of(Outcomes.ALL, all));
        assertThat(Sums.of(List.of(), 0)).isEmpty();
        QuarterSum once = Sums.of(List.of(part), 0).getFirst();
        QuarterSum twice = Sums.of(List.of(part, part), 0).getFirst();
        double error = Objects.requireNonNull(
                        part.measured().get(Outcomes.ORDERS.place()).effect())
                .error();
        assertThat(once.metric()).isEqualTo("orders");
        assertThat(once.total()).isEqualTo(28 / 17., within(1e-12));
        assertThat(twice.total()).isEqualTo(56 / 17., within(1e-12));
        assertThat(twice.interval().high() - twice.total())
                .isEqualTo(1.959963984540054 * Math.sqrt(2) * 4 * error, within(1e-9));
        assertThat(twice.verdict()).isInstanceOf(Verdict.NoDifferenceSeen.class);
        assertThat(Sums.of(List.of(part, part), 12).getFirst().verdict()).isEqualTo(new Verdict.TooEarly(12));
    }
}
