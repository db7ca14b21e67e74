package io.guanxi.value.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;

/** What holds for every brand. */
class ScoringPropertiesTest extends Happenings {

    private static final String SCORES = "SELECT * FROM member_score ORDER BY member_no";

    @Property(tries = 8, shrinking = ShrinkingMode.BOUNDED)
    void theOrderOfTheFactsDoesNotMatter(@ForAll @Size(max = 60) List<@From("happenings") Happening> facts) {
        try (BrandInMemory once = brandOf(facts);
                BrandInMemory again = brandOf(facts.reversed())) {
            assertThat(again.scored(SmallModel.model()).rows(SCORES))
                    .isEqualTo(once.scored(SmallModel.model()).rows(SCORES));
        }
    }

    @Property(tries = 8, shrinking = ShrinkingMode.BOUNDED)
    void lateFactsAreAddedAsIfTheyHadComeInTime(@ForAll @Size(max = 40) List<@From("happenings") Happening> facts) {
        // decay is additive: the raw sum at T is the raw sum at T - 7, decayed by seven days, plus that of the days
        // between
        try (BrandInMemory brand = brandOf(facts)) {
            String messages = "SELECT member_no, raw_interaction FROM raw_sum ORDER BY member_no";
            brand.run("DELETE FROM member_day WHERE day > DATE '2026-11-13'").scored(SmallModel.model());
            List<String> now = brand.rows(messages);
            brand.scored(SmallModel.model(), BrandInMemory.daysAgo(7));
            List<String> then = brand.rows(messages);
            for (String line : then) {
                String[] parts = line.split(" ");
                double decayed = Double.parseDouble(parts[1]) * Math.pow(2, -7.0 / 10);
                assertThat(now).anySatisfy(other -> {
                    assertThat(other).startsWith(parts[0] + " ");
                    // each row is rounded to a millionth of a point
                    assertThat(Double.parseDouble(other.split(" ")[1])).isCloseTo(decayed, Offset.offset(40 * 1e-6));
                });
            }
        }
    }

    @Property(tries = 8, shrinking = ShrinkingMode.BOUNDED)
    void mergingTwoMembersAddsTheirSums(@ForAll @Size(max = 40) List<@From("happenings") Happening> facts) {
        // content has no cap: the sums of 1 and 2 are the sum of the merged member, up to the rounding of a row
        try (BrandInMemory apart = brandOf(facts);
                BrandInMemory merged = brandOf(facts.stream()
                        .map(it ->
                                it.member() == 2 ? new Happening(1, it.daysAgo(), it.event(), it.n(), it.cents()) : it)
                        .toList())) {
            apart.scored(SmallModel.model());
            merged.scored(SmallModel.model());
            assertThat(merged.number(1, "raw_content"))
                    .isCloseTo(
                            apart.number(1, "raw_content") + apart.number(2, "raw_content"), Offset.offset(80 * 1e-6));
            assertThat(merged.number(1, "orders")).isEqualTo(apart.number(1, "orders") + apart.number(2, "orders"));
        }
    }

    @Property(tries = 8, shrinking = ShrinkingMode.BOUNDED)
    void moreIsNeverWorthLessAndScoresStayInTheirBounds(
            @ForAll @Size(max = 40) List<@From("happenings") Happening> facts) {
        try (BrandInMemory less = brandOf(facts);
                BrandInMemory more =
                        brandOf(Stream.concat(facts.stream(), Stream.of(new Happening(3, 1, "Message Sent", 2, 0)))
                                .toList())) {
            less.scored(SmallModel.model());
            more.scored(SmallModel.model());
            assertThat(more.number(3, "value")).isGreaterThanOrEqualTo(less.number(3, "value"));
            assertThat(more.rows("""
                    SELECT member_no FROM member_score
                    WHERE value NOT BETWEEN 0 AND 100 OR least(consumption, content, interaction, social) < 0
                       OR greatest(consumption, content, interaction, social) > 100
                       OR r NOT BETWEEN 1 AND 5 OR f NOT BETWEEN 1 AND 5 OR m NOT BETWEEN 1 AND 5""")).isEmpty();
        }
    }
}
