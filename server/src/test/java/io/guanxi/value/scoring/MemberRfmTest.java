package io.guanxi.value.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fifths of the buyers, ties and fixed bounds. */
class MemberRfmTest {

    private static final String RFM =
            "SELECT member_no, recency_days, frequency, monetary, r, f, m FROM member_score ORDER BY member_no";

    private final BrandInMemory brand = new BrandInMemory();

    @AfterEach
    void close() {
        brand.close();
    }

    @Test
    void fiveDifferentBuyersGetOneToFive() {
        // member 1 bought last, once, for little; member 5 longest ago, most often, for most
        IntStream.rangeClosed(1, 5).forEach(no -> {
            brand.aMember(no, 200);
            IntStream.range(0, no).forEach(order -> brand.anOrder(no, no * 10 + order, 100.0 * no));
        });
        brand.scored(SmallModel.model());
        assertThat(brand.rows(RFM))
                .containsExactly(
                        "1 10 1 100.00 5 1 1",
                        "2 20 2 400.00 4 2 2",
                        "3 30 3 900.00 3 3 3",
                        "4 40 4 1600.00 2 4 4",
                        "5 50 5 2500.00 1 5 5");
    }

    @Test
    void equalFiguresGetEqualScores() {
        // frequency: seven buyers with 1 order, three with 2. Less than 2 are 7 of 10 = 70 %, that is three full
        // fifths.
        IntStream.rangeClosed(1, 10).forEach(no -> {
            brand.aMember(no, 200).anOrder(no, 7, 50.0);
            if (no > 7) {
                brand.anOrder(no, 7 + no, 50.0);
            }
        });
        brand.scored(SmallModel.model());
        assertThat(brand.rows("SELECT DISTINCT frequency, r, f, m FROM member_score ORDER BY frequency"))
                .containsExactly("1 1 1 1", "2 1 4 4");
    }

    @Test
    void whoNeverBoughtHasNoScore() {
        brand.aMember(1, 10)
                .event(1, 1, "Message Sent", 1)
                .aMember(2, 10)
                .anOrder(2, 1, 5)
                .scored(SmallModel.model());
        assertThat(brand.rows(RFM)).containsExactly("1 null 0 0.00 null null null", "2 1 1 5.00 1 1 1");
    }

    @Test
    void fixedBoundsAreExceededOrNot() {
        brand.aMember(1, 300)
                .anOrder(1, 29, 100.0)
                .aMember(2, 300)
                .anOrder(2, 30, 100.01)
                .aMember(3, 300);
        IntStream.range(0, 9).forEach(order -> brand.anOrder(3, order, 1000));
        brand.scored(
                SmallModel.with(
                        "rfm: {method: QUINTILES}",
                        "rfm: {method: FIXED, recencyDays: [180, 90, 30, 7], frequency: [1, 2, 4, 8], monetary: [100, 500, 1000, 5000]}"));
        // 29 days are under 180, 90 and 30: r = 4; 30 days under 180 and 90: r = 3; 100.00 exceeds nothing, 100.01 one
        // bound
        assertThat(brand.rows(RFM))
                .containsExactly("1 29 1 100.00 4 1 1", "2 30 1 100.01 3 1 2", "3 0 9 9000.00 5 5 5");
    }

    @Test
    void aWindowLeavesOldOrdersOut() {
        brand.aMember(1, 300)
                .anOrder(1, 40, 10)
                .anOrder(1, 5, 20)
                .aMember(2, 300)
                .anOrder(2, 40, 10);
        brand.scored(SmallModel.with("rfm: {method: QUINTILES}", "rfm: {method: QUINTILES, windowDays: 30}"));
        assertThat(brand.rows("SELECT member_no, frequency, monetary, f, orders, spend FROM member_score ORDER BY 1"))
                .containsExactly("1 1 20.00 1 2 30.00", "2 0 0.00 null 1 10.00");
    }
}
