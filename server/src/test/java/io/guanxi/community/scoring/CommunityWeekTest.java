package io.guanxi.community.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A community's weeks, by hand. 2026-06-01 is a Monday; the run is of Wednesday 2026-06-17, in the third week. */
class CommunityWeekTest {

    private CommunityLab lab;

    @BeforeEach
    void open(@TempDir Path temp) throws Exception {
        lab = new CommunityLab(temp, "2026-06-17");
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    @Test
    void aWeekCountsWhoCameWhoWentAndWhoWasActive() {
        lab.did(1, 1, "2026-06-01", "Community Joined")
                .did(1, 2, "2026-06-07", "Community Joined")
                .did(1, 3, "2026-06-08", "Community Joined")
                .did(1, 4, "2026-06-14", "Community Joined")
                .did(1, 1, "2026-06-09", "Message Sent", 5)
                .did(1, 1, "2026-06-10", "Content Published")
                .did(1, 3, "2026-06-11", "Checked In")
                .did(1, 2, "2026-06-12", "Community Left")
                .make("community_week");

        assertThat(week(-2, "members, joined, gone, belonged, active_members, messages"))
                .isEqualTo("2 2 0 2 0 0");
        // three stay, one left: four belonged; members 1 and 3 did something
        assertThat(week(-1, "members, joined, gone, belonged, active_members, messages, content"))
                .isEqualTo("3 2 1 4 2 5 1");
        assertThat(week(-1, "active_share, age, complete")).isEqualTo("0.5 1 true");
        assertThat(week(0, "members, joined, gone, active_members, age, complete"))
                .isEqualTo("3 0 0 0 2 false");
    }

    @Test
    void ordersCountWhileTheMemberBelongs() {
        lab.did(1, 1, "2026-06-02", "Community Joined")
                .did(1, 1, "2026-06-12", "Community Left")
                .did(1, 2, "2026-06-02", "Community Joined")
                .ordered(1, "2026-06-01", "Order Completed", 1, "100.00")
                .ordered(1, "2026-06-02", "Order Completed", 1, "40.00")
                .ordered(1, "2026-06-12", "Order Completed", 2, "60.50")
                .ordered(1, "2026-06-12", "Order Refunded", 1, "10.50")
                .ordered(1, "2026-06-13", "Order Completed", 1, "500.00")
                .ordered(2, "2026-06-14", "Order Completed", 1, "1.00")
                .make("community_week");

        assertThat(week(-2, "orders, spend")).isEqualTo("1 40.00");
        assertThat(week(-1, "orders, spend")).isEqualTo("3 51.00");
    }

    @Test
    void valueIsTheMeanWeightedByWhatMembersContributedInFourWeeks() {
        // member 1: three messages, weight 1 + ln 4; member 2 is silent, weight 1
        lab.did(1, 1, "2026-06-03", "Message Sent", 3)
                .did(1, 2, "2026-06-03", "Community Joined")
                .worth(1, 40)
                .worth(2, 10)
                .make("community_week");

        double weight = 1 + Math.log(4);
        assertThat(lab.number("SELECT value FROM community_week WHERE week_no = 0"))
                .isCloseTo((weight * 40 + 10) / (weight + 1), within(1e-4));
        assertThat(week(0, "high_value_members")).isEqualTo("1");
    }

    @Test
    void contributionsWeighForFourWeeks() throws Exception {
        lab.did(1, 1, "2026-05-20", "Message Sent", 7).make("community_weight");
        assertThat(lab.sql()
                        .sql("SELECT week_no FROM community_weight ORDER BY week_no")
                        .query(Integer.class)
                        .list())
                .containsExactly(-4, -3, -2, -1);
        assertThat(lab.number("SELECT DISTINCT weight FROM community_weight"))
                .isCloseTo(1 + Math.log(8), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30.00", "-30.00"})
    void aRefundCountsByItsSizeInPastWeeksToo(String refund) {
        // on Sunday 7 June: 50 spent less 30 given back, both not decayed yet
        lab.money("Order Completed", 0.1, 7)
                .money("Order Refunded", -0.1, 7)
                .did(1, 1, "2026-06-02", "Community Joined")
                .ordered(1, "2026-06-07", "Order Completed", 1, "50.00")
                .ordered(1, "2026-06-07", "Order Refunded", 1, refund)
                .make("community_week");

        assertThat(lab.number("SELECT value FROM community_week WHERE week_no = -2"))
                .isCloseTo(25 * (1 - Math.exp(-2 / 10.0)), within(1e-4));
    }

    @Test
    void aPastWeeksValueIsTheValueModelsFormulaAtItsSunday() {
        // 5 points on Friday 5 June, half-life 2 days; another 5, capped from 9, on Wednesday 10 June
        lab.rule("Checked In", 3, 1, 2, 5)
                .did(1, 1, "2026-06-05", "Checked In", 5)
                .did(1, 1, "2026-06-10", "Checked In", 9)
                .worth(1, 12.5)
                .make("community_week");

        double first = 5 * Math.pow(2, -2 / 2.0);
        double second = 5 * Math.pow(2, -9 / 2.0) + 5 * Math.pow(2, -4 / 2.0);
        assertThat(lab.number("SELECT value FROM community_week WHERE week_no = -2"))
                .isCloseTo(25 * (1 - Math.exp(-first / 10)), within(1e-4));
        assertThat(lab.number("SELECT value FROM community_week WHERE week_no = -1"))
                .isCloseTo(25 * (1 - Math.exp(-second / 10)), within(1e-4));
        assertThat(lab.number("SELECT value FROM community_week WHERE week_no = 0"))
                .isEqualTo(12.5);
    }

    @Test
    void aSampleIsSetInProportionToTheWhole() {
        // of two members only the even-numbered one is looked at in past weeks
        lab.with("value_weeks", 2)
                .rule("Checked In", 3, 1, 7, 100)
                .did(1, 2, "2026-06-07", "Checked In", 10)
                .did(1, 3, "2026-06-07", "Checked In", 20)
                .worth(2, 10)
                .worth(3, 30)
                .make("community_week");

        assertThat(lab.number("SELECT every FROM community_sample")).isEqualTo(2);
        double then = 25 * (1 - Math.exp(-10 / 10.0));
        assertThat(lab.number("SELECT value FROM community_week WHERE week_no = 0"))
                .isEqualTo(20);
        assertThat(lab.number("SELECT value FROM community_week WHERE week_no = -2"))
                .isCloseTo(then * 20 / 10, within(2e-4));
    }

    private String week(int week, String columns) {
        return lab.text("SELECT concat_ws(' ', %s) FROM community_week WHERE week_no = %d".formatted(columns, week));
    }
}
