package io.guanxi.value.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** AIPL now and month by month. TODAY is 20 November: 20 days ago is 31 October, 51 days ago 30 September. */
class MemberStageTest {

    private final BrandInMemory brand = new BrandInMemory();

    @AfterEach
    void close() {
        brand.close();
    }

    private String stages() {
        return String.join(" ", brand.rows("SELECT stage FROM member_score ORDER BY member_no"));
    }

    @Test
    void theHighestStageHeldCounts() {
        brand.aMember(1, 100)
                .aMember(2, 100)
                .event(2, 3, "Product Viewed", 1)
                .aMember(3, 100)
                .event(3, 3, "Product Viewed", 1)
                .anOrder(3, 2, 10)
                .aMember(4, 100)
                .anOrder(4, 50, 10)
                .anOrder(4, 2, 10)
                .scored(SmallModel.model());
        assertThat(stages()).isEqualTo("AWARENESS INTEREST PURCHASE LOYALTY");
    }

    @Test
    void aStageIsHeldForItsMonths() {
        brand.aMember(1, 400)
                .event(1, 20, "Product Viewed", 1) // 31 October: last month, held for two months
                .aMember(2, 400)
                .event(2, 51, "Product Viewed", 1) // 30 September: two months before, over
                .aMember(3, 400)
                .anOrder(3, 172, 10) // 1 June: held for six months
                .aMember(4, 400)
                .anOrder(4, 173, 10) // 31 May: over
                .scored(SmallModel.model());
        assertThat(stages()).isEqualTo("INTEREST AWARENESS PURCHASE AWARENESS");
    }

    @Test
    void aRepeatOrderMustComeInTime() {
        brand.aMember(1, 400)
                .anOrder(1, 70, 10)
                .anOrder(1, 10, 10) // 60 days later: in time
                .aMember(2, 400)
                .anOrder(2, 71, 10)
                .anOrder(2, 10, 10) // 61 days: too late
                .aMember(3, 400)
                .event(3, 10, "Order Completed", 2, 20.0) // two on one day
                .aMember(4, 400)
                .anOrder(4, 30, 10)
                .event(4, 10, "Order Refunded", 1, 10.0) // a refund is no repeat order
                .scored(SmallModel.model());
        assertThat(stages()).isEqualTo("LOYALTY PURCHASE LOYALTY PURCHASE");
    }

    @Test
    void whoBuysAndSpeaksForTheBrandIsLoyal() {
        brand.aMember(1, 400)
                .anOrder(1, 10, 10)
                .event(1, 40, "Content Shared", 1)
                .aMember(2, 400)
                .event(2, 10, "Content Shared", 1)
                .scored(SmallModel.model());
        assertThat(stages()).isEqualTo("LOYALTY AWARENESS");
    }

    @Test
    void theFlowLeadsFromMonthToMonth() {
        // joined 1 September (80 days ago); interest in September, order in October, a repeat in November
        brand.aMember(1, 80)
                .event(1, 80, "Product Viewed", 1)
                .anOrder(1, 40, 10)
                .anOrder(1, 10, 10)
                // joined in August, silent after; interest lasts August and September
                .aMember(2, 100)
                .event(2, 100, "Product Viewed", 1)
                .scored(SmallModel.model());
        assertThat(brand.rows(
                        "SELECT months_ago, from_stage, to_stage, members FROM stage_flow ORDER BY 1, 2 NULLS LAST, 3"))
                .containsExactly(
                        "0 AWARENESS AWARENESS 1",
                        "0 PURCHASE LOYALTY 1",
                        "1 INTEREST AWARENESS 1",
                        "1 INTEREST PURCHASE 1",
                        "2 INTEREST INTEREST 1",
                        "2 null INTEREST 1",
                        "3 null INTEREST 1");
    }

    @Test
    void theLastMonthsStagesAreTheStagesOfNow() {
        for (int no = 1; no <= 40; no++) {
            brand.aMember(no, 10 * no).event(no, no, "Product Viewed", 1);
            if (no % 3 == 0) {
                brand.anOrder(no, 5 * no, no);
            }
            if (no % 7 == 0) {
                brand.anOrder(no, 2 * no, no);
            }
        }
        brand.scored(SmallModel.model());
        assertThat(brand.rows(
                        "SELECT to_stage, sum(members) FROM stage_flow WHERE months_ago = 0 GROUP BY 1 ORDER BY 1"))
                .isEqualTo(brand.rows("SELECT stage, count(*) FROM member_score GROUP BY 1 ORDER BY 1"));
    }
}
