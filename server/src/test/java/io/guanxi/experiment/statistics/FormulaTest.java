package io.guanxi.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.experiment.statistics.Power.Expectation;
import io.guanxi.experiment.statistics.UpliftCurve.Bin;
import io.guanxi.experiment.statistics.UpliftCurve.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The smaller formulas, each with a case worked out by hand. */
class FormulaTest {

    /** t ρ² = 2 ln 20 + ln(2 ln 20 + 1) = 7.93615; √(2 · 8.93615 / 7.93615 · ln(√8.93615 · 20)) = 3.0352. */
    @Test
    void aSequenceIsWiderThanOneLookBy1Point55AtThePlannedSize() {
        ConfidenceSequence sequence = new ConfidenceSequence(0.05, 1000);
        assertThat(sequence.width(1000)).isCloseTo(3.0352, within(0.00005));
        assertThat(sequence.width(1000)).isLessThan(sequence.width(200)).isLessThan(sequence.width(20_000));
    }

    @Test
    void theAlwaysValidPIsAlphaWhereTheSequenceEnds() {
        ConfidenceSequence sequence = new ConfidenceSequence(0.05, 1000);
        for (double units : List.of(10.0, 300.0, 1000.0, 50_000.0)) {
            assertThat(sequence.pValue(sequence.width(units), units)).isCloseTo(0.05, within(1e-12));
        }
        assertThat(sequence.pValue(0, 1000)).isEqualTo(1);
    }

    /** 5,100 and 4,900 where 5,000 each are due: χ² = 2 · 100² / 5000 = 4, p = 0.0455. */
    @Test
    void aSampleRatioIsPearsons() {
        SampleRatio ratio = SampleRatio.of(List.of(5100L, 4900L), List.of(1.0, 1.0));
        assertThat(ratio.statistic()).isCloseTo(4, within(1e-12));
        assertThat(ratio.pValue()).isCloseTo(0.0455, within(0.00005));
        assertThat(ratio.blocks()).isFalse();
        assertThat(SampleRatio.of(List.of(5200L, 4800L), List.of(1.0, 1.0)).blocks())
                .isTrue();
        assertThat(SampleRatio.of(List.of(0L, 0L), List.of(1.0, 1.0)).blocks()).isFalse();
    }

    /** 10 % to 11 %, the sequence at its planned size: (3.035209 + 0.841621)² · 2 · (0.09 + 0.0979) / 0.01² = 56,482.04. */
    @Test
    void aRatesPowerNeedsSoManyMembers() {
        Expectation rate = new Expectation(0.1, -1, 0.1, 0.5, 0.5, 0, 1, 0);
        Power power = new Power(0.05, 0.8, 2);
        assertThat(power.units(rate)).isEqualTo(56_483);
        assertThat(power.detectable(rate, 56_483)).isCloseTo(0.1, within(1e-5));
        assertThat(Power.days(56_483, 1000, 14)).isEqualTo(71);
    }

    /** Three arms share α: (3.279214 + 0.841621)² · 2 · (0.09 + 0.0979) / 0.01² = 63,815.7 for the two that are compared. */
    @Test
    void severalArmsShareTheErrorAllowed() {
        Expectation rate = new Expectation(0.1, -1, 0.1, 0.5, 0.5, 0, 1, 0);
        assertThat(new Power(0.05, 0.8, 3).units(rate)).isEqualTo(63_816);
    }

    @Test
    void whatCannotBePlannedIsRefused() {
        Power power = new Power(0.05, 0.8, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> power.units(new Expectation(1e-200, 1, 1e-200, 0.5, 0.5, 0, 1, 0)))
                .withMessageContaining("any number of members");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Expectation(1, Double.POSITIVE_INFINITY, 0.1, 0.5, 0.5, 0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Power.days(1000, 1e-200, 14));
        assertThatIllegalArgumentException().isThrownBy(() -> Power.days(1000, 100, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Power(0.05, 0.8, 1));
    }

    /** Groups of 21 with a correlation of 0.05 count half: 1 + 20 · 0.05 = 2; a look-back that takes half gives it back. */
    @Test
    void clustersNeedMoreAndALookBackLess() {
        Expectation plain = new Expectation(100, 40_000, 0.05, 0.5, 0.5, 0, 1, 0);
        Expectation clustered = new Expectation(100, 40_000, 0.05, 0.5, 0.5, 0.5, 21, 0.05);
        Power power = new Power(0.05, 0.8, 2);
        assertThat(power.units(clustered)).isEqualTo(power.units(plain)).isEqualTo(96_191);
    }

    /** Best ten: 6 against 2; the others 4 against 4. Gain 4/20 at half and at all; area 0.15 less the straight line's 0.1. */
    @Test
    void anUpliftCurveIsHighWhereTheScoreFindsWhoReacts() {
        UpliftCurve curve = UpliftCurve.of(List.of(new Bin(10, 2, 10, 6), new Bin(10, 4, 10, 4)));
        assertThat(curve.points()).containsExactly(new Point(0, 0), new Point(0.5, 0.2), new Point(1, 0.2));
        assertThat(curve.coefficient()).isCloseTo(0.05, within(1e-12));
        assertThat(UpliftCurve.of(List.of(new Bin(0, 0, 3, 1))).points()).isEmpty();
    }

    @Test
    void momentsOfPartsAddUpToThoseOfTheWhole() {
        double[][] all = {{1, 2, 3, 1}, {5, 1, 2, 2}, {0, 4, 9, 1}, {7, 3, 1, 1}, {2, 2, 2, 5}};
        Moments whole = Moments.of(all);
        Moments parts = Moments.of(new double[][] {all[0], all[1]})
                .plus(Moments.none())
                .plus(Moments.of(new double[][] {all[2], all[3], all[4]}));
        assertThat(parts.n()).isEqualTo(5);
        assertThat(parts.numerator()).isCloseTo(whole.numerator(), within(1e-12));
        assertThat(parts.variance()).isCloseTo(whole.variance(), within(1e-12));
        assertThat(parts.covariance()).isCloseTo(whole.covariance(), within(1e-12));
        assertThat(parts.varianceBefore()).isCloseTo(whole.varianceBefore(), within(1e-12));
    }

    @Test
    void whatIsNoNumberIsRefusedAtTheDoor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.of(2, new double[] {Double.NaN, 1, 0, 0}, new double[10]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Expectation(0, -1, 0.1, 0.5, 0.5, 0, 1, 0));
    }
}
