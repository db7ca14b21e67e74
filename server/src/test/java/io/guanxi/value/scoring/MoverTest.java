package io.guanxi.value.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;

/** Whose value moves in seven days, by hand and against two runs. */
class MoverTest extends Happenings {

    @Example
    void whoDidSomethingRisesAndWhoFellSilentFalls() {
        try (BrandInMemory brand = new BrandInMemory()) {
            brand.aMember(1, 100)
                    .anOrder(1, 37, 180.00)
                    .aMember(2, 100)
                    .event(2, 0, "Message Sent", 3)
                    .aMember(3, 100)
                    .scored(SmallModel.model());
            // a week ago 30 days had halved the order: 100 / 2 = 50 -> 39.3469, times 0.4; now 100 * 2^(-37/30) =
            // 42.5333
            // -> 34.6433, times 0.4 = 13.8573. The messages are new: 3 -> 25.9182, times 0.3. The third never did
            // anything.
            assertThat(brand.rows("SELECT member_no, value_before, value FROM mover ORDER BY member_no"))
                    .containsExactly("1 15.7388 13.8579", "2 0.0 7.7755");
            assertThat(brand.rows("SELECT member_no, event, n, amount, round(effect, 4) FROM mover_reason"
                            + " ORDER BY member_no"))
                    .containsExactly("1 Order Completed 0 null -1.8808", "2 Message Sent 3 null 7.7755");
        }
    }

    @Example
    void effectsOfOneDimensionArePartedByWhatEachEventChanged() {
        try (BrandInMemory brand = new BrandInMemory()) {
            brand.aMember(1, 100)
                    .anOrder(1, 1, 180.00)
                    .event(1, 0, "Order Refunded", 1, 60.00)
                    .scored(SmallModel.model());
            List<String> reasons = brand.rows("SELECT event, round(effect, 4) FROM mover_reason ORDER BY effect DESC");
            assertThat(reasons).hasSize(2);
            assertThat(reasons.getFirst()).startsWith("Order Completed ");
            assertThat(reasons.getLast()).startsWith("Order Refunded -");
            assertThat(brand.rows("SELECT round(sum(effect), 3) FROM mover_reason"))
                    .isEqualTo(brand.rows("SELECT round(value, 3) FROM member_score"));
        }
    }

    @Property(tries = 8, shrinking = ShrinkingMode.BOUNDED)
    void moversAreThoseWhomTwoRunsFindApartAndTheirReasonsAddUp(
            @ForAll @Size(max = 60) List<@From("happenings") Happening> facts) {
        try (BrandInMemory brand = brandOf(facts)) {
            Map<String, Double> before = values(brand.scored(SmallModel.model(), BrandInMemory.daysAgo(7)));
            Map<String, Double> now = values(brand.scored(SmallModel.model()));
            Map<String, Double> rise = pairs(brand, "SELECT member_no, rise_most FROM mover_bound");
            Map<String, Double> fall = pairs(brand, "SELECT member_no, fall_most FROM mover_bound");
            Map<String, Double> found = pairs(brand, "SELECT member_no, value_before FROM mover");
            Map<String, Double> effects =
                    pairs(brand, "SELECT member_no, sum(effect) FROM mover_reason GROUP BY member_no");
            now.forEach((no, value) -> {
                double was = before.getOrDefault(no, 0.0);
                double change = value - was;
                assertThat(change).isLessThanOrEqualTo(rise.getOrDefault(no, 0.0) + 1e-3);
                assertThat(-change).isLessThanOrEqualTo(fall.getOrDefault(no, 0.0) + 1e-3);
                if (change == 0) {
                    assertThat(found).doesNotContainKey(no);
                } else {
                    assertThat(found).containsEntry(no, was);
                    assertThat(effects.getOrDefault(no, 0.0)).isCloseTo(change, within(1e-3));
                }
            });
        }
    }

    private static Map<String, Double> values(BrandInMemory brand) {
        return pairs(brand, "SELECT member_no, value FROM member_score");
    }

    private static Map<String, Double> pairs(BrandInMemory brand, String query) {
        Map<String, Double> pairs = new HashMap<>();
        brand.rows(query).forEach(row -> pairs.put(row.split(" ")[0], Double.valueOf(row.split(" ")[1])));
        return pairs;
    }
}
