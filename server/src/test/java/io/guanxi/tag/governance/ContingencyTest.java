package io.guanxi.tag.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.tag.governance.TagTrial.Verdict;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand, and what holds for all figures. */
class ContingencyTest {

    /** 100 carry the tag, 30 of them order; of 200 others 20 do. */
    private final Contingency worked = new Contingency(100, 30, 200, 20);

    @Test
    void theLiftIsThatOfTheRatesWithItsInterval() {
        assertThat(worked.carriersRate()).isEqualTo(0.3);
        assertThat(worked.othersRate()).isEqualTo(0.1);
        assertThat(worked.lift()).isEqualTo(3.0, within(1e-12));
        // ln 3 = 1.098612; error = √(1/30 − 1/100 + 1/20 − 1/200) = √0.0683333 = 0.261406; × 1.959964 = 0.512347
        assertThat(worked.liftLow()).isEqualTo(1.79726, within(1e-4));
        assertThat(worked.liftHigh()).isEqualTo(5.00763, within(1e-4));
    }

    @Test
    void theInformationValueIsTheSumOverBothRows() {
        // (0.6 − 0.28) ln(0.6/0.28) + (0.4 − 0.72) ln(0.4/0.72) = 0.243885 + 0.188092
        assertThat(worked.informationValue()).isEqualTo(0.431977, within(1e-5));
    }

    @Test
    void chiSquaredIsPearsons() {
        // 300 × (30 × 180 − 70 × 20)² / (100 × 200 × 50 × 250) = 19.2
        assertThat(worked.chiSquared()).isEqualTo(19.2, within(1e-9));
        assertThat(worked.probability()).isEqualTo(1.1770e-5, within(1e-8));
        assertThat(worked.leastExpected()).isEqualTo(100 * 50 / 300.0, within(1e-9));
        assertThat(TagTryout.verdict(worked, 0.01)).isEqualTo(Verdict.MORE);
        assertThat(TagTryout.verdict(worked, 0.06)).isEqualTo(Verdict.NOTHING);
    }

    @Test
    void aCellWithoutMembersGetsHalfAMember() {
        Contingency none = new Contingency(10, 0, 100, 50);
        assertThat(none.lift()).isEqualTo(0.5 / 11 / (50.5 / 101), within(1e-12));
        assertThat(none.liftLow()).isLessThan(none.lift());
        assertThat(new Contingency(0, 0, 10, 10).informationValue()).isFinite();
    }

    @Property(tries = 500)
    void swappingTheRowsTurnsTheLiftOverAndNothingElse(
            @ForAll @IntRange(min = 1, max = 500) int carriers,
            @ForAll @IntRange(min = 1, max = 500) int others,
            @ForAll @DoubleRange(min = 0, max = 1) double mine,
            @ForAll @DoubleRange(min = 0, max = 1) double theirs) {
        Contingency one = new Contingency(carriers, (long) (carriers * mine), others, (long) (others * theirs));
        Contingency turned = new Contingency(one.others(), one.othersDid(), one.carriers(), one.carriersDid());
        assertThat(turned.lift()).isEqualTo(1 / one.lift(), within(1e-9 / one.lift()));
        assertThat(turned.liftLow()).isEqualTo(1 / one.liftHigh(), within(1e-9 / one.liftHigh()));
        assertThat(turned.chiSquared()).isEqualTo(one.chiSquared(), within(1e-9));
        assertThat(turned.informationValue()).isEqualTo(one.informationValue(), within(1e-9));
        assertThat(one.informationValue()).isGreaterThanOrEqualTo(-1e-12);
        assertThat(one.lift()).isBetween(one.liftLow(), one.liftHigh());
        assertThat(one.probability()).isBetween(0.0, 1.0);
    }
}
