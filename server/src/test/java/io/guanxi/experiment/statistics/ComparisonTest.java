package io.guanxi.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.experiment.statistics.Effect.Adjustment;
import io.guanxi.experiment.statistics.Effect.Lift;
import io.guanxi.experiment.statistics.Outcome.Compared;
import io.guanxi.experiment.statistics.Outcome.NotComparable;
import io.guanxi.experiment.statistics.Outcome.Reason;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number here was worked out by hand; p-values and quantiles are those of R's {@code t.test}. */
class ComparisonTest {

    private static final Comparison PLAIN = new Comparison(0.05, 10, false, false);

    private static Moments mean(double... values) {
        return Moments.of(Arrays.stream(values)
                .mapToObj(value -> new double[] {value, 1, 0, 1})
                .toArray(double[][]::new));
    }

    private static Effect effect(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Compared.class);
        return ((Compared) outcome).effect();
    }

    /** In R: {@code t.test(2 * (1:5), 1:5)}: t = 1.8974, df = 5.8824, p = 0.1075, interval −0.888 to 6.888. */
    @Test
    void aDifferenceOfMeansIsWelchs() {
        Effect effect = effect(PLAIN.of(mean(1, 2, 3, 4, 5), mean(2, 4, 6, 8, 10)));
        assertThat(effect.difference()).isCloseTo(3, within(1e-12));
        assertThat(effect.error()).isCloseTo(Math.sqrt(2.5), within(1e-12));
        assertThat(effect.degrees()).isCloseTo(6.25 / 1.0625, within(1e-12));
        assertThat(effect.pValue()).isCloseTo(0.1075, within(0.00005));
        assertThat(effect.interval().low()).isCloseTo(-0.888, within(0.0005));
        assertThat(effect.interval().high()).isCloseTo(6.888, within(0.0005));
    }

    /** With what is told beside it, the interval can be worked out again on paper. */
    @Test
    void theIntervalValidAtEveryLookFollowsFromItsInputs() {
        Effect effect = effect(PLAIN.of(mean(1, 2, 3, 4, 5), mean(2, 4, 6, 8, 10)));
        Effect.Sequence sequence = effect.sequence();
        assertThat(sequence.units()).isEqualTo(10);
        assertThat(sequence.plannedUnits()).isEqualTo(10);
        double twice = -2 * Math.log(0.05);
        assertThat(sequence.rhoSquared()).isCloseTo((twice + Math.log(twice + 1)) / 10, within(1e-12));
        assertThat(sequence.quantile()).isCloseTo(2.4590, within(0.0005));
        assertThat(sequence.normal()).isCloseTo(1.959964, within(1e-6));
        double seen = sequence.units() * sequence.rhoSquared();
        double width = Math.sqrt(2 * (seen + 1) / seen * Math.log(Math.sqrt(seen + 1) / sequence.alpha()))
                * sequence.quantile()
                / sequence.normal();
        assertThat(sequence.width()).isCloseTo(width, within(1e-12));
        assertThat(effect.alwaysInterval().high()).isCloseTo(3 + width * Math.sqrt(2.5), within(1e-9));
    }

    /** Twice as much: 1 by √(2 + 2² · 0.5) / 3 = 2/3. */
    @Test
    void aRelativeLiftIsByTheDeltaMethod() {
        Lift lift = Objects.requireNonNull(
                effect(PLAIN.of(mean(1, 2, 3, 4, 5), mean(2, 4, 6, 8, 10))).lift());
        assertThat(lift.value()).isCloseTo(1, within(1e-12));
        assertThat(lift.error()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void aControlNearNothingHasNoLift() {
        assertThat(effect(PLAIN.of(mean(-1, 0, 1.2), mean(2, 4, 6))).lift()).isNull();
    }

    @Test
    void aControlBelowNothingHasNoLift() {
        assertThat(effect(PLAIN.of(mean(-5, -5.1, -4.9), mean(-3, -2, -4))).lift())
                .isNull();
    }

    /** Orders 1, 2 of visits 1, 3: R = 3/4; (y − R x)/2 = ±1/8, variance 1/32, error of the mean √(1/64). */
    @Test
    void aRatioIsOfSumsWithTheDeltaMethodsError() {
        Moments ratio = Moments.of(new double[][] {{1, 1, 0, 0}, {2, 3, 0, 0}});
        assertThat(ratio.ratio()).isEqualTo(0.75);
        Effect effect = effect(PLAIN.of(ratio, Moments.of(new double[][] {{3, 1, 0, 0}, {2, 3, 0, 0}})));
        assertThat(effect.controlError()).isCloseTo(0.125, within(1e-12));
    }

    /** Totals 10, 20, 30 of 10, 10, 20 members: 1.5 each; residuals −5, 5, 0 by 40/3; variance 0.140625, by three. */
    @Test
    void clustersAreCountedNotTheirMembers() {
        Moments clusters = Moments.of(new double[][] {{10, 10, 0, 0}, {20, 10, 0, 0}, {30, 20, 0, 0}});
        Effect effect = effect(new Comparison(0.05, 6, false, true)
                .of(clusters, Moments.of(new double[][] {{11, 10, 0, 0}, {22, 10, 0, 0}, {33, 20, 0, 0}})));
        assertThat(effect.control()).isEqualTo(1.5);
        assertThat(effect.controlError()).isCloseTo(Math.sqrt(0.046875), within(1e-12));
        assertThat(effect.degrees()).isLessThan(4.0001);
    }

    /**
     * Figures 1, 2, 4 after 1, 2, 3 and 2, 3, 5 after 2, 3, 4: slope 1.5; of the variance 7/3 remains 7/3 − 1.5² = 1/12; the
     * difference of 1 becomes 1 − 1.5 · 1. The slope is found in the same six: k = 4/3 · (1 + 1²/(4 · 2/3)) = 11/6, and 3 degrees are
     * left. In R {@code lm(y ~ arm + before)} has the same: −0.5 with the error √(11/108) = 0.3191 on 3 degrees.
     */
    @Test
    void theFigureBeforeTakesOutWhatItExplains() {
        Moments control = Moments.of(new double[][] {{1, 1, 1, 1}, {2, 1, 2, 1}, {4, 1, 3, 1}});
        Moments treatment = Moments.of(new double[][] {{2, 1, 2, 1}, {3, 1, 3, 1}, {5, 1, 4, 1}});
        Effect effect = effect(new Comparison(0.05, 6, true, false).of(control, treatment));
        Adjustment adjustment = Objects.requireNonNull(effect.adjustment());
        assertThat(adjustment.theta()).isCloseTo(1.5, within(1e-12));
        assertThat(adjustment.removed()).isCloseTo(1 - (11.0 / 6) * (1.0 / 12) / (7.0 / 3), within(1e-12));
        assertThat(adjustment.unadjusted()).isCloseTo(1, within(1e-12));
        assertThat(effect.difference()).isCloseTo(-0.5, within(1e-12));
        assertThat(effect.error()).isCloseTo(Math.sqrt(11.0 / 108), within(1e-12));
        assertThat(effect.degrees()).isCloseTo(3, within(1e-12));
    }

    /** What is left is rounding: the figure is compared as it is. */
    @Test
    void aFigureThatIsTheOneBeforeIsNotTakenOut() {
        double[][] same = {{1.1, 1, 1.1, 1}, {2.3, 1, 2.3, 1}, {4.7, 1, 4.7, 1}};
        double[][] other = {{0.9, 1, 0.9, 1}, {3.1, 1, 3.1, 1}, {2.9, 1, 2.9, 1}};
        Comparison lookingBack = new Comparison(0.05, 6, true, false);
        assertThat(effect(lookingBack.of(Moments.of(same), Moments.of(other))))
                .isEqualTo(effect(new Comparison(0.05, 6, false, false).of(Moments.of(same), Moments.of(other))));
    }

    @Test
    void nothingBeforeMeansNoAdjustment() {
        Effect effect = effect(new Comparison(0.05, 6, true, false).of(mean(1, 2, 3), mean(2, 3, 5)));
        assertThat(effect.adjustment()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 5, EMPTY_ARM, false", "5, 0, EMPTY_ARM, true", "1, 5, ONE_MEMBER, false", "5, 1, ONE_CLUSTER, true"
    })
    void tooFewUnitsAreNotCompared(int controls, int treated, Reason reason, boolean clusters) {
        Outcome outcome = new Comparison(0.05, 10, false, clusters).of(counted(controls), counted(treated));
        assertThat(outcome).isEqualTo(new NotComparable(reason));
    }

    private static Moments counted(int units) {
        double[] values = new double[units];
        Arrays.setAll(values, i -> i);
        return units == 0 ? Moments.none() : mean(values);
    }

    @Test
    void whereAllAreTheSameThereIsNothingToCompare() {
        assertThat(PLAIN.of(mean(0.1, 0.1, 0.1), mean(0.3, 0.3, 0.3)))
                .isEqualTo(new NotComparable(Reason.ZERO_VARIANCE));
        assertThat(PLAIN.of(mean(0, 0, 0), mean(0, 0, 0))).isEqualTo(new NotComparable(Reason.ZERO_VARIANCE));
    }

    @Test
    void aDenominatorThatNeverHappenedIsSaid() {
        assertThat(PLAIN.of(Moments.of(new double[][] {{0, 0, 0, 0}, {0, 0, 0, 0}}), mean(1, 2, 3)))
                .isEqualTo(new NotComparable(Reason.ZERO_DENOMINATOR));
    }
}
