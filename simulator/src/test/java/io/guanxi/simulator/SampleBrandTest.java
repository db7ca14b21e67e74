package io.guanxi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.simulator.world.World;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The sample brand has the shape which the catalogue of requirements names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleBrandTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 26);
    private BrandFiles brand;

    @BeforeAll
    void live(@TempDir Path folder) throws SQLException {
        brand = new BrandFiles(World.sample(7, UNTIL), folder);
    }

    @AfterAll
    void close() throws SQLException {
        brand.close();
    }

    @Test
    void hasThreeMillionEventsOfTwentyThousandMembers() {
        assertThat(brand.number("SELECT count(*) FROM event")).isBetween(2.7e6, 3.3e6);
        double signedUp = brand.number("SELECT count(*) FROM event WHERE event = 'Signed Up'");
        double strangers = brand.number("""
                SELECT count(DISTINCT anonymous) FROM event
                WHERE anonymous NOT IN (SELECT anonymous FROM event WHERE event = 'Signed Up' AND anonymous IS NOT NULL)
                """);
        assertThat(signedUp + strangers).isEqualTo(20_000);
        assertThat(strangers).isPositive();
        assertThat(brand.number("SELECT count(DISTINCT community) FROM event")).isEqualTo(60);
        assertThat(brand.number("SELECT count(DISTINCT guide) FROM member")).isBetween(10.0, 12.0);
    }

    @Test
    void everyEventHasAnIdentifierATimeAndAnIdOfItsOwn() {
        assertThat(brand.number("""
                        SELECT count(*) FROM event WHERE ts IS NULL OR event IS NULL OR
                          coalesce(unionid, openid, external_userid, phone, card, device, anonymous) IS NULL
                        """)).isZero();
        assertThat(brand.number("SELECT count(*) - count(DISTINCT event_id) FROM event"))
                .isZero();
        assertThat(brand.number("SELECT count(*) - count(DISTINCT event_id) FROM member"))
                .isZero();
        assertThat(brand.number("SELECT count(*) FROM event WHERE NOT json_valid(properties)"))
                .isZero();
    }

    @Test
    void theMapsYieldAnIdentifierForEveryRow() {
        String identified = """
                SELECT count(*) FROM (%s)
                WHERE coalesce(id_unionid, id_openid, id_external_userid, id_phone, id_card, id_device%s) IS NOT NULL
                """;
        assertThat(brand.number("WITH input AS (FROM event) "
                        + identified.formatted(Resource.text("events.sql"), ", id_anonymous")))
                .isEqualTo(brand.number("SELECT count(*) FROM event"));
        assertThat(brand.number(
                        "WITH input AS (FROM member) " + identified.formatted(Resource.text("members.sql"), "")))
                .isEqualTo(brand.number("SELECT count(*) FROM member"));
    }

    @Test
    void nothingHappensBeforeTheHistoryOrInTheFuture() {
        String outside = "ts::DATE NOT BETWEEN DATE '%s' AND DATE '%s'".formatted(UNTIL.minusDays(179), UNTIL);
        assertThat(brand.number("SELECT count(*) FROM event WHERE " + outside)).isZero();
        assertThat(brand.number("SELECT count(*) FROM member WHERE " + outside)).isZero();
        assertThat(brand.number("SELECT count(DISTINCT ts::DATE) FROM event")).isEqualTo(180);
    }

    @Test
    void aboutOneInAHundredTwentyIsAVoice() {
        double voices = brand.number("""
                SELECT count(*) FROM (SELECT unionid FROM event WHERE event = 'Content Published'
                                      GROUP BY unionid HAVING count(*) >= 10)
                """);
        assertThat(voices / 20_000).isBetween(0.005, 0.01);
    }

    @Test
    void theTopTenthOfBuyersSpendsOverThirtyPercent() {
        double share = brand.number("""
                WITH spend AS (SELECT unionid, sum(amount) AS spent FROM purchase GROUP BY unionid),
                     ranked AS (SELECT spent, percent_rank() OVER (ORDER BY spent DESC) AS rank FROM spend)
                SELECT sum(spent) FILTER (WHERE rank <= 0.1) / sum(spent) FROM ranked
                """);
        assertThat(share).isBetween(0.30, 0.60);
    }

    @Test
    void aThirdOfTheMembersOnlyLooksOn() {
        assertThat(brand.number("SELECT count(DISTINCT unionid) / 20_000 FROM purchase"))
                .isBetween(0.5, 0.75);
    }

    @Test
    void everyOrderBelongsToSomebodyKnown() {
        assertThat(brand.number("SELECT count(*) FROM event WHERE event = 'Order Completed'"))
                .isEqualTo(brand.number("SELECT count(*) FROM purchase"));
        assertThat(brand.number("""
                        SELECT count(*) FROM event r WHERE event = 'Order Refunded' AND NOT EXISTS (
                          FROM event o WHERE o.event = 'Order Completed' AND o.object = r.object
                            AND o.amount = r.amount AND o.ts < r.ts)
                        """)).isZero();
    }

    @Test
    void buyersComeBackSoonerForWhatIsUsedUpSooner() {
        assertThat(brand.number("""
                        SELECT avg((orders > 1)::INT) FROM (SELECT count(*) AS orders FROM purchase GROUP BY unionid)
                        """)).isBetween(0.4, 0.85);
        assertThat(medianGap("生鲜")).isBetween(7.0, 21.0).isLessThan(medianGap("零食"));
        assertThat(medianGap("零食")).isLessThan(medianGap("粮油"));
        assertThat(medianGap("粮油")).isLessThan(medianGap("彩妆"));
    }

    private double medianGap(String category) {
        return brand.number("""
                SELECT median(gap) FROM (
                  SELECT date_diff('day', lag(ts) OVER (PARTITION BY unionid ORDER BY ts), ts) AS gap
                  FROM purchase WHERE properties LIKE '%%"category":"%s"%%')
                """.formatted(category));
    }

    @Test
    void groupsFadeUnlessTheyAreLively() {
        String kept = """
                WITH talk AS (
                  SELECT l.name, date_diff('day', DATE '%s', e.ts::DATE) - l.opened AS age
                  FROM event e JOIN lively l ON l.name = e.community
                  WHERE e.event = 'Message Sent' AND l.opened <= 60 AND l.lively = %b)
                SELECT count(*) FILTER (WHERE age BETWEEN 90 AND 118)::DOUBLE /
                       count(*) FILTER (WHERE age BETWEEN 14 AND 42) FROM talk
                """;
        LocalDate first = UNTIL.minusDays(179);
        assertThat(brand.number(kept.formatted(first, false))).isLessThan(0.4);
        assertThat(brand.number(kept.formatted(first, true))).isBetween(0.5, 1.6);
    }

    @Test
    void daysAndHoursHaveTheirRhythm() {
        String views = "SELECT count(*) FROM event WHERE event = 'Product Viewed' AND ";
        assertThat(brand.number(views + "hour(ts) BETWEEN 20 AND 21"))
                .isGreaterThan(5 * brand.number(views + "hour(ts) BETWEEN 3 AND 4"));
        assertThat(brand.number(views + "ts::DATE = DATE '2026-11-11'"))
                .isGreaterThan(1.8 * brand.number(views + "ts::DATE = DATE '2026-11-04'"));
        assertThat(brand.number(views + "isodow(ts) >= 6") / 2)
                .isGreaterThan(1.1 * brand.number(views + "isodow(ts) <= 4") / 4);
    }

    @Test
    void aboutThirtyOfAHundredBuyAGroup() {
        double share = brand.number("""
                WITH bought AS (SELECT DISTINCT unionid, unnest(regexp_extract_all(properties, '"category":"([^"]+)"', 1)) AS c
                                FROM purchase),
                     often AS (SELECT c, count(*) AS people FROM bought GROUP BY c)
                SELECT avg(people) / (SELECT count(DISTINCT unionid) FROM purchase) FROM often
                """);
        assertThat(share).isBetween(0.2, 0.4);
    }

    @Test
    void someAreTakenForTwoPeopleAndLinkedLater() {
        double twofold = brand.number("SELECT count(*) FROM member WHERE unionid IS NULL AND phone IS NOT NULL");
        assertThat(twofold).isBetween(400.0, 1600.0);
        assertThat(brand.number("SELECT count(*) FROM event WHERE event = 'Phone Bound'"))
                .isEqualTo(twofold);
        assertThat(brand.number("SELECT count(*) FROM member WHERE NOT consent_sms AND unionid IS NULL"))
                .isPositive();
    }
}
