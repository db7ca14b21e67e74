package io.guanxi.value.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Layers, levels and the top tier. */
class MemberGrowthTest {

    private final BrandInMemory brand = new BrandInMemory();

    @AfterEach
    void close() {
        brand.close();
    }

    @Test
    void layersComeCloserWithActiveDaysAndOrders() {
        brand.aMember(1, 50)
                .event(1, 1, "Message Delivered", 9) // not the member's doing
                .aMember(2, 50)
                .event(2, 40, "Message Sent", 9)
                .aMember(3, 50);
        IntStream.of(0, 10, 29).forEach(day -> brand.event(3, day, "Message Sent", 1));
        brand.aMember(4, 50);
        IntStream.of(0, 10, 30).forEach(day -> brand.event(4, day, "Message Sent", 1)); // one day too long ago
        brand.aMember(5, 200).anOrder(5, 89, 1).anOrder(5, 20, 1);
        IntStream.of(1, 2).forEach(day -> brand.event(5, day, "Message Sent", 1));
        brand.aMember(6, 200).anOrder(6, 90, 1).anOrder(6, 20, 1); // one order too long ago
        IntStream.of(1, 2).forEach(day -> brand.event(6, day, "Message Sent", 1));
        brand.scored(SmallModel.model());
        assertThat(brand.rows("SELECT member_no, layer, recent_active_days FROM member_score ORDER BY 1"))
                .containsExactly("1 NEW 0", "2 ACTING 0", "3 ACTIVE 3", "4 ACTING 2", "5 LOYAL 3", "6 ACTIVE 3");
        // 50 days are 7 full weeks, 200 days 28
        assertThat(brand.rows("SELECT layer, weeks, members FROM layer_week ORDER BY 2, 1"))
                .containsExactly("ACTING 7 2", "ACTIVE 7 1", "NEW 7 1", "ACTIVE 28 1", "LOYAL 28 1");
    }

    @Test
    void kocAreTheMostInfluentialAndNeverTooMany() {
        // content raw 5n, score 100 (1 - e^(-n/2)), influence half of it: n = 1: 19.67, 2: 31.61, 3: 38.84, 4: 43.23
        IntStream.rangeClosed(1, 10).forEach(no -> brand.aMember(no, 50));
        IntStream.rangeClosed(1, 4).forEach(no -> brand.event(no, 0, "Content Published", no));
        brand.scored(SmallModel.model());
        // a fifth of ten members may be KOC: the two most influential of the three that reach 20
        assertThat(brand.rows("SELECT member_no, influence, level FROM member_score WHERE member_no <= 5 ORDER BY 1"))
                .containsExactly(
                        "1 19.6735 ENGAGED",
                        "2 31.6061 ENGAGED",
                        "3 38.8435 KOC",
                        "4 43.2333 KOC",
                        "5 0.0000 ORDINARY");
    }

    @Test
    void equalInfluenceAtTheLineIsAllInOrAllOut() {
        IntStream.rangeClosed(1, 10).forEach(no -> brand.aMember(no, 50));
        IntStream.rangeClosed(1, 3).forEach(no -> brand.event(no, 0, "Content Published", 2));
        brand.scored(SmallModel.model());
        assertThat(brand.rows("SELECT count(*) FROM member_score WHERE level = 'KOC'"))
                .containsExactly("0");
        assertThat(brand.rows("SELECT count(*) FROM member_score WHERE level = 'ENGAGED'"))
                .containsExactly("3");
    }

    @Test
    void anAdvocateAlsoReachesOthers() {
        // social raw 2 * 10 = 20 -> 86.4665, influence .3 * 86.4665 = 25.93995
        brand.aMember(1, 50).event(1, 0, "Content Shared", 10).scored(SmallModel.model());
        assertThat(brand.rows("SELECT influence, level FROM member_score")).containsExactly("25.9400 ADVOCATE");
    }

    @Test
    void theTopTierIsAShareOfTheBuyersAndEqualSpendersStandTogether() {
        // ten buyers, a fifth is two: the line is the second highest spend, 90, which members 8 and 9 share
        IntStream.rangeClosed(1, 10)
                .forEach(no -> brand.aMember(no, 200).anOrder(no, 10, no == 8 || no == 9 ? 90 : no * 10));
        brand.aMember(11, 200).scored(SmallModel.model());
        assertThat(brand.rows("SELECT member_no FROM member_score WHERE top_spender ORDER BY 1"))
                .containsExactly("8", "9", "10");
    }

    @Test
    void theTopTierOfMonthsTellsWhoStayed() {
        // five buyers a month, a fifth is one: member 1 leads in this month and the one before, member 2 in the third
        for (int no = 1; no <= 5; no++) {
            brand.aMember(no, 200);
            brand.anOrder(no, 5, no == 1 ? 100 : 10 + no).anOrder(no, 35, no == 1 ? 100 : 10 + no);
            brand.anOrder(no, 65, no == 2 ? 100 : 10 + no);
        }
        brand.scored(SmallModel.model());
        // 100 + 12 + 13 + 14 + 15 = 154; third month 100 + 11 + 13 + 14 + 15 = 153
        assertThat(brand.rows("SELECT months_ago, buyers, spend, line, members, tier_spend, retained, members_before"
                        + " FROM top_spender_month ORDER BY 1"))
                .containsExactly(
                        "0 5 154.00 100.00 1 100.00 1 1",
                        "1 5 154.00 100.00 1 100.00 0 1",
                        "2 5 153.00 100.00 1 100.00 0 null");
        // tier of 90 days now: member 1 with 100 + 100 + 11; thirty days before, two months: 2 with 100 + 12, 1 with
        // 111
        assertThat(brand.rows("SELECT member_no, top_spender, top_spender_before FROM member_score"
                        + " WHERE top_spender OR top_spender_before ORDER BY 1"))
                .containsExactly("1 true false", "2 false true");
    }
}
