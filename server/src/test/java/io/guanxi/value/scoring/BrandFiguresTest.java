package io.guanxi.value.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Activity, cohorts and repurchase. */
class BrandFiguresTest {

    private final BrandInMemory brand = new BrandInMemory();

    @AfterEach
    void close() {
        brand.close();
    }

    @Test
    void aDayHasItsActiveMembersAndThoseOfThirtyDays() {
        brand.aMember(1, 100)
                .event(1, 0, "Message Sent", 3)
                .event(1, 0, "Product Viewed", 1)
                .aMember(2, 100)
                .event(2, 29, "Message Sent", 1)
                .aMember(3, 100)
                .event(3, 30, "Message Sent", 1)
                .event(3, 62, "Message Sent", 1)
                .aMember(4, 1)
                .anOrder(4, 1, 50)
                .event(4, 1, "Order Refunded", 1, 20.0)
                .event(4, 0, "Message Delivered", 1)
                .aMember(5, 0)
                .scored(SmallModel.model());
        // 0 days ago: 1 active; in 30 days 1, 2, 4. 1 day ago: 4 active; in 30 days 2, 3, 4. 62 days ago: member 3
        assertThat(brand.rows("SELECT day, active, active_month, orders, spend, new_members FROM activity_day"
                        + " WHERE day IN ('2026-11-20', '2026-11-19', '2026-09-19', '2026-09-18') ORDER BY day DESC"))
                .containsExactly(
                        "2026-11-20 1 3 0 0.00 1",
                        "2026-11-19 1 3 1 30.00 1",
                        "2026-09-19 1 1 0 0.00 0",
                        "2026-09-18 0 0 0 0.00 0");
        // 33 days ago (18 October) looks back to 62 days ago, 32 to 61: the words of the calendar join at 60
        assertThat(brand.rows(
                        "SELECT active_month FROM activity_day WHERE day IN ('2026-10-17', '2026-10-18', '2026-10-19')"
                                + " ORDER BY day"))
                .containsExactly("1", "1", "0");
        assertThat(brand.rows("SELECT count(*), min(day), max(day) FROM activity_day"))
                .containsExactly("90 2026-08-23 2026-11-20");
    }

    @Test
    void aChannelHasItsOwnDays() {
        brand.aMember(1, 100, "store")
                .event(1, 0, "Message Sent", 3)
                .anOrder(1, 120, 10)
                .aMember(2, 2, "store")
                .event(2, 1, "Message Sent", 1)
                .aMember(3, 1)
                .anOrder(3, 0, 50)
                .event(3, 0, "Order Refunded", 1, 20.0)
                .scored(SmallModel.model());
        assertThat(brand.rows(
                        "SELECT day, channel, active, active_month, orders, spend, new_members FROM activity_channel"
                                + " WHERE day >= DATE '2026-11-18' ORDER BY day DESC, channel"))
                .containsExactly(
                        "2026-11-20 live-code 1 1 1 30.00 0",
                        "2026-11-20 store 1 2 0 0.00 0",
                        "2026-11-19 live-code 0 0 0 0.00 1",
                        "2026-11-19 store 1 1 0 0.00 0",
                        "2026-11-18 store 0 0 0 0.00 1");
        assertThat(brand.rows("SELECT active, active_month, orders, spend, new_members FROM activity_day"
                        + " WHERE day = DATE '2026-11-20'"))
                .containsExactly("2 3 1 30.00 0");
    }

    @Test
    void aCohortIsFollowedMonthByMonth() {
        // two joined in September (60 days ago is 21 September), one of them came back in November and bought
        brand.aMember(1, 60)
                .event(1, 60, "Message Sent", 1)
                .event(1, 2, "Message Sent", 1)
                .anOrder(1, 2, 10)
                .aMember(2, 60)
                .event(2, 60, "Message Sent", 1)
                .event(2, 40, "Message Sent", 1)
                .aMember(3, 5, "store")
                .scored(SmallModel.model());
        assertThat(brand.rows("SELECT joined_months_ago, channel, months_since, members, active, buyers FROM cohort"
                        + " ORDER BY 1, 3"))
                .containsExactly(
                        "0 store 0 1 0 0", "2 live-code 0 2 2 0", "2 live-code 1 2 1 0", "2 live-code 2 2 1 1");
    }

    @Test
    void repurchaseCountsBuyersAndTheDaysBetween() {
        // intervals: member 1 10 and 20 days, member 2 40 days; a refund in between is no order
        brand.aMember(1, 100)
                .anOrder(1, 80, 10)
                .event(1, 75, "Order Refunded", 1, 5.0)
                .anOrder(1, 70, 10)
                .anOrder(1, 50, 10)
                .aMember(2, 100)
                .anOrder(2, 60, 10)
                .anOrder(2, 20, 10)
                .aMember(3, 100)
                .anOrder(3, 99, 10)
                .aMember(4, 100)
                .scored(SmallModel.model());
        // first-order cycle: 20, 40 and 1 days, median 20; intervals 10, 20, 40: median 20, mean 23.3333
        assertThat(brand.rows("SELECT * FROM repurchase")).containsExactly("live-code 4 3 2 20.0 3 20.0 23.3333");
        assertThat(brand.rows("SELECT kind, days, times FROM order_gap ORDER BY 1, 2"))
                .containsExactly("FIRST 1 1", "FIRST 20 1", "FIRST 40 1", "NEXT 10 1", "NEXT 20 1", "NEXT 40 1");
    }

    @Test
    void anEmptyBrandHasEmptyFigures() {
        brand.scored(SmallModel.model());
        assertThat(brand.rows("SELECT * FROM member_score")).isEmpty();
        assertThat(brand.rows("SELECT sum(active), sum(orders) FROM activity_day"))
                .containsExactly("0 0");
    }

    @Test
    void aSecondRunReplacesTheFirst() {
        brand.aMember(1, 60).anOrder(1, 5, 10).scored(SmallModel.model());
        IntStream.range(0, 3).forEach(day -> brand.event(1, day, "Message Sent", 1));
        brand.scored(SmallModel.model());
        assertThat(brand.rows("SELECT recent_active_days FROM member_score")).containsExactly("4");
        assertThat(brand.rows("SELECT table_name FROM duckdb_tables() WHERE table_name LIKE '%_next'"))
                .isEmpty();
    }
}
