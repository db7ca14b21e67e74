package io.guanxi.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final SampleRatio EVEN = SampleRatio.of(List.of(10_000L, 10_000L), List.of(1.0, 1.0));
    private static final SampleRatio UNEVEN = SampleRatio.of(List.of(10_000L, 9_000L), List.of(1.0, 1.0));
    private static final Judge RUNNING = new Judge(false, 0.05, true, 10, Judge.LONGEST);

    private static Outcome rates(long control, long treatment) {
        return new Comparison(0.05, 20_000, false, false)
                .of(Moments.ofMean(10_000, control, control), Moments.ofMean(10_000, treatment, treatment));
    }

    @Test
    void moreOrdersHelpedAndFewerHarmed() {
        assertThat(RUNNING.of(EVEN, rates(1000, 1300))).isInstanceOf(Verdict.Helped.class);
        assertThat(RUNNING.of(EVEN, rates(1300, 1000))).isInstanceOf(Verdict.Harmed.class);
    }

    @Test
    void moreComplaintsHarmed() {
        Judge complaints = new Judge(false, 0.05, false, 10, Judge.LONGEST);
        assertThat(complaints.of(EVEN, rates(1000, 1300))).isInstanceOf(Verdict.Harmed.class);
    }

    @Test
    void whatIsNeitherGoodNorBadIsAnotherFigure() {
        Judge touches = new Judge(false, 0.05, null, 10, Judge.LONGEST);
        Verdict more = touches.of(EVEN, rates(1000, 1300));
        assertThat(more).isInstanceOf(Verdict.Changed.class);
        assertThat(((Verdict.Changed) more).by().low()).isPositive();
        Verdict fewer = touches.of(EVEN, rates(1300, 1000));
        assertThat(((Verdict.Changed) fewer).by().high()).isNegative();
        assertThat(touches.of(EVEN, rates(1000, 1000))).isInstanceOf(Verdict.TooEarly.class);
    }

    /** The always-valid interval of 10 % against 10 % reaches 12.9 % to each side; 5 % are worth knowing: (12.9/5)² − 1 = 5.6 times the ten days. */
    @Test
    void beforeTheEndItSaysHowManyMoreDays() {
        Verdict verdict = RUNNING.of(EVEN, rates(1000, 1000));
        assertThat(verdict).isInstanceOf(Verdict.TooEarly.class);
        assertThat(((Verdict.TooEarly) verdict).days()).isBetween(54L, 58L);
    }

    @Test
    void whatWasStoppedIsTooEarlyForNoLongerThanWindowsAreOpen() {
        Judge stopped = new Judge(false, 0.05, true, 10, 3);
        assertThat(stopped.of(EVEN, rates(1000, 1000))).isEqualTo(new Verdict.TooEarly(3));
    }

    /**
     * 1 ± 0.3 against 4 ± 0.05, errors of the mean: the difference is 9.9 errors; the lift of 3 has by the delta method an error
     * of 1.2 and so a sequence that reaches from below 0.
     */
    @Test
    void aLiftThatMayBeNothingIsNotShownWhereTheDifferenceIsSomething() {
        Outcome outcome = new Comparison(0.05, 2000, false, false).of(spread(1, 0.3), spread(4, 0.05));
        Effect effect = ((Outcome.Compared) outcome).effect();
        assertThat(effect.lift())
                .isNotNull()
                .satisfies(lift -> assertThat(lift.alwaysInterval().contains(0)).isTrue());
        SampleRatio even = SampleRatio.of(List.of(1000L, 1000L), List.of(1.0, 1.0));
        assertThat(RUNNING.of(even, outcome)).isEqualTo(new Verdict.Helped(effect.alwaysInterval(), false));
    }

    /** A thousand units with this mean and this error of it. */
    private static Moments spread(double mean, double error) {
        double variance = error * error * 1000;
        return Moments.ofMean(1000, 1000 * mean, variance * 999 + 1000 * mean * mean);
    }

    @Test
    void atTheEndItSaysHowLargeADifferenceWouldHaveBeenSeen() {
        Judge over = new Judge(true, 0.05, true, 30, 0);
        Verdict verdict = over.of(EVEN, rates(1000, 1000));
        assertThat(verdict).isInstanceOf(Verdict.NoDifferenceSeen.class);
        assertThat(((Verdict.NoDifferenceSeen) verdict).than()).isBetween(0.08, 0.09);
    }

    @Test
    void oneLookSeesWhatManyLooksDoNot() {
        Outcome outcome = rates(1000, 1100); // z = 2.3
        assertThat(new Judge(true, 0.05, true, 30, 0).of(EVEN, outcome)).isInstanceOf(Verdict.Helped.class);
        assertThat(new Judge(false, 0.05, true, 30, 0).of(EVEN, outcome)).isInstanceOf(Verdict.NoDifferenceSeen.class);
    }

    @Test
    void armsOfTheWrongSizeBlockEveryVerdict() {
        assertThat(RUNNING.of(UNEVEN, rates(1000, 1300))).isEqualTo(new Verdict.Blocked());
    }

    @Test
    void whatCannotBeComparedIsSaid() {
        assertThat(RUNNING.of(EVEN, rates(0, 0))).isEqualTo(new Verdict.NotComparable(Outcome.Reason.ZERO_VARIANCE));
    }
}
