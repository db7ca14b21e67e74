package io.guanxi.value.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;

/** What a member was worth on past days, by hand and against the runs of those days. */
class MemberHistoryTest extends Happenings {

    @Example
    void valueStageAndLayerOfAPastDayAreThoseOfThatDay() {
        try (BrandInMemory brand = new BrandInMemory()) {
            brand.aMember(1, 100).anOrder(1, 30, 180.00).event(1, 2, "Message Sent", 3);
            List<String> days = brand.history(SmallModel.model(), 1, 32);
            // the day before the order: nothing was done
            assertThat(days.get(0)).isEqualTo("2026-10-20 0.0 0.0 0.0 0.0 0.0 AWARENESS NEW");
            // the day of the order: 10 + 0.5 * 180 = 100 -> 63.2121, times 0.4
            assertThat(days.get(1)).isEqualTo("2026-10-21 25.2848 63.2121 0.0 0.0 0.0 PURCHASE ACTING");
            // thirty days later half of it, 50 -> 39.3469; 3 messages, two days old: 3 * 2^(-2/10) = 2.611652 ->
            // 22.9835
            // 0.4 * 39.3469 + 0.3 * 22.9846 = 15.73876 + 6.89538
            assertThat(days.get(31)).isEqualTo("2026-11-20 22.6341 39.3469 0.0 22.9846 0.0 PURCHASE ACTING");
        }
    }

    @Property(tries = 6, shrinking = ShrinkingMode.BOUNDED)
    void everyDayIsWhatARunOfThatDayFinds(@ForAll @Size(max = 60) List<@From("happenings") Happening> facts) {
        try (BrandInMemory brand = brandOf(facts)) {
            List<String> days = brand.history(SmallModel.model(), 3, 120);
            for (int ago : new int[] {0, 1, 17, 45, 119}) {
                LocalDate day = BrandInMemory.daysAgo(ago);
                brand.scored(SmallModel.model(), day);
                assertThat(brand.rows(
                                "SELECT as_of, CAST(COLUMNS(['value', 'consumption', 'content', 'interaction', 'social'])"
                                        + " AS DOUBLE), stage, layer FROM"
                                        + " (SELECT DATE '" + day
                                        + "' AS as_of, * FROM member_score WHERE member_no = 3)"))
                        .containsExactly(days.get(119 - ago));
            }
        }
    }

    @Example
    void allMembersAtOnceAreLookedBackOnWithoutWhatIsNotToCount() {
        try (BrandInMemory brand = new BrandInMemory()) {
            brand.aMember(1, 100).anOrder(1, 30, 180.00).event(1, 2, "Message Sent", 3);
            brand.aMember(2, 100).event(2, 0, "Content Shared", 1).aMember(3, 100);
            List<LocalDate> days = List.of(BrandInMemory.daysAgo(30), BrandInMemory.TODAY);
            // as above; one share of 2 points on that day: 0.1 * 18.1269
            assertThat(brand.past(SmallModel.model(), days, List.of()))
                    .containsExactly("1 2026-10-21 25.2848", "1 2026-11-20 22.6341", "2 2026-11-20 1.8127");
            assertThat(brand.past(SmallModel.model(), days, List.of("Message Sent", "Message Read")))
                    .containsExactly("1 2026-10-21 25.2848", "1 2026-11-20 15.7388", "2 2026-11-20 1.8127");
        }
    }

    @Property(tries = 4, shrinking = ShrinkingMode.BOUNDED)
    void allMembersAtOnceAreWorthWhatARunOfThatDayFinds(
            @ForAll @Size(max = 60) List<@From("happenings") Happening> facts) {
        try (BrandInMemory brand = brandOf(facts)) {
            List<LocalDate> days = List.of(BrandInMemory.daysAgo(45), BrandInMemory.daysAgo(1), BrandInMemory.TODAY);
            List<String> found = brand.past(SmallModel.model(), days, List.of());
            for (LocalDate day : days) {
                brand.scored(SmallModel.model(), day);
                assertThat(found.stream().filter(line -> line.contains(day.toString()) && !line.endsWith(" 0.0")))
                        .containsExactlyElementsOf(
                                brand.rows(
                                        "SELECT member_no, DATE '" + day
                                                + "' AS day, CAST(value AS DOUBLE) FROM member_score WHERE value <> 0 ORDER BY member_no"));
            }
        }
    }
}
