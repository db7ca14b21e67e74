package io.guanxi.value.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** raw, score and value, by hand. */
class MemberValueTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private final BrandInMemory brand = new BrandInMemory();

    @AfterEach
    void close() {
        brand.close();
    }

    @Test
    void anOrderTodayCountsItsPointsAndItsAmount() {
        brand.aMember(1, 100).anOrder(1, 0, 180.00).scored(SmallModel.model());
        // raw = 10 * 1 + 0.5 * 180 = 100; score = 100 (1 - e^(-100/100)) = 63.2121; value = 0.4 * 63.2121 = 25.2848
        assertThat(brand.number(1, "raw_consumption")).isEqualTo(100.0, EXACT);
        assertThat(brand.number(1, "consumption")).isEqualTo(63.2121, EXACT);
        assertThat(brand.number(1, "value")).isEqualTo(25.2848, EXACT);
        assertThat(brand.score(1).get("high_value")).isEqualTo(true);
    }

    @Test
    void afterOneHalfLifeItCountsHalf() {
        brand.aMember(1, 100).anOrder(1, 30, 180.00).scored(SmallModel.model());
        // 100 * 2^(-30/30) = 50; 100 (1 - e^(-0.5)) = 39.3469; 0.4 * 39.3469 = 15.73876, rounded to 15.7388
        assertThat(brand.number(1, "raw_consumption")).isEqualTo(50.0, EXACT);
        assertThat(brand.number(1, "value")).isEqualTo(15.7388, EXACT);
        assertThat(brand.score(1).get("high_value")).isEqualTo(false);
    }

    @Test
    void theDailyCapLimitsPointsButNotMoney() {
        brand.aMember(1, 100)
                .event(1, 0, "Order Completed", 5, 40.00)
                .event(1, 0, "Message Sent", 9)
                .event(1, 10, "Message Sent", 9)
                .scored(SmallModel.model());
        // 10 * min(5, 2) + 0.5 * 40 = 40; min(9, 4) + min(9, 4) / 2 = 6
        assertThat(brand.number(1, "raw_consumption")).isEqualTo(40.0, EXACT);
        assertThat(brand.number(1, "raw_interaction")).isEqualTo(6.0, EXACT);
    }

    @Test
    void fourDimensionsAreWeightedIntoOneValue() {
        brand.aMember(1, 100)
                .anOrder(1, 0, 180.00)
                .event(1, 10, "Content Published", 2)
                .event(1, 0, "Message Sent", 3)
                .event(1, 20, "Content Shared", 5)
                .scored(SmallModel.model());
        // consumption 100 -> 63.2121; content 5 * 2 / 2 = 5 -> 100 (1 - e^-0.5) = 39.3469;
        // interaction 3 -> 100 (1 - e^-0.3) = 25.9182; social 2 * 5 / 2 = 5 -> 39.3469
        // value = .4 * 63.2121 + .2 * 39.3469 + .3 * 25.9182 + .1 * 39.3469 = 25.28484 + 7.86938 + 7.77546 + 3.93469
        assertThat(brand.number(1, "content")).isEqualTo(39.3469, EXACT);
        assertThat(brand.number(1, "interaction")).isEqualTo(25.9182, EXACT);
        assertThat(brand.number(1, "social")).isEqualTo(39.3469, EXACT);
        assertThat(brand.number(1, "value")).isEqualTo(44.8644, EXACT);
        // influence = .5 * 39.3469 + .2 * 25.9182 + .3 * 39.3469 = 36.66116
        assertThat(brand.number(1, "influence")).isEqualTo(36.6612, EXACT);
    }

    @Test
    void aRefundTakesTheMoneyBackButNeverBelowNothing() {
        brand.aMember(1, 100)
                .anOrder(1, 0, 180.00)
                .event(1, 0, "Order Refunded", 1, 60.00)
                .aMember(2, 100)
                .event(2, 0, "Order Refunded", 1, 60.00)
                .aMember(3, 100)
                .anOrder(3, 0, 180.00)
                .event(3, 0, "Order Refunded", 1, -60.00)
                .scored(SmallModel.model());
        // 100 - 0.5 * 60 = 70
        assertThat(brand.number(1, "raw_consumption")).isEqualTo(70.0, EXACT);
        assertThat(brand.number(1, "spend")).isEqualTo(120.0);
        assertThat(brand.number(2, "raw_consumption")).isZero();
        assertThat(brand.number(2, "spend")).isEqualTo(-60.0);
        assertThat(brand.number(2, "orders")).isZero();
        assertThat(brand.number(3, "spend"))
                .as("a refund sent as a negative amount")
                .isEqualTo(120.0);
        assertThat(brand.number(3, "raw_consumption")).isEqualTo(70.0, EXACT);
    }

    @Test
    void aMemberWithoutEventsIsWorthNothingAndIsStillThere() {
        brand.aMember(1, 3).aMember(2, 3).anOrder(2, 0, 10.0).scored(SmallModel.model());
        assertThat(brand.rows("SELECT value, orders, spend, r, f, m, stage, layer, level, first_seen FROM member_score"
                        + " WHERE member_no = 1"))
                .containsExactly("0.0000 0 0.00 null null null AWARENESS NEW ORDINARY null");
    }

    @Test
    void whatHappenedAfterAsOfIsNotSeen() {
        brand.aMember(1, 100)
                .anOrder(1, 30, 180.00)
                .anOrder(1, 5, 500.00)
                .aMember(2, 5)
                .event(2, 5, "Message Sent", 1)
                .scored(SmallModel.model(), BrandInMemory.daysAgo(30));
        assertThat(brand.number(1, "raw_consumption")).isEqualTo(100.0, EXACT);
        assertThat(brand.number(1, "spend")).isEqualTo(180.0);
        assertThat(brand.rows("SELECT member_no FROM member_score")).containsExactly("1");
    }

    @Test
    void anEventTheModelDoesNotNameGivesNoPointsButIsSeen() {
        brand.aMember(1, 100).event(1, 2, "Store Visited", 1).scored(SmallModel.model());
        assertThat(brand.rows("SELECT value, layer, last_seen FROM member_score"))
                .containsExactly("0.0000 ACTING 2026-11-18 20:00:00.0");
    }

    @Test
    void aMemberSeenBeforeTheNumberWasGivenJoinedThen() {
        brand.aMember(1, 2).event(1, 40, "Message Sent", 1).scored(SmallModel.model());
        assertThat(brand.rows("SELECT joined_day FROM member_score")).containsExactly("2026-10-11");
    }
}
