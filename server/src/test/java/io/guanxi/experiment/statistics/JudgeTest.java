package io.guanxi.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final SampleRatio EVEN = SampleRatio.of(List.of(10_000L, 10_000L), List.of(1.0, 1.0));
    private static final SampleRatio UNEVEN = SampleRatio.of(List.of(10_000L, 9_000L), List.of(1.0, 1.0));
    private static final Judge RUNNING = new Judge(false, false, 0.05, true, 10);

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
        Judge complaints = new Judge(false, false, 0.05, false, 10);
        assertThat(complaints.of(EVEN, rates(1000, 1300))).isInstanceOf(Verdict.Harmed.class);
    }

    /** The always-valid interval of 10 % against 10 % reaches 12.9 % to each side; 5 % are worth knowing: (12.9/5)² − 1 = 5.6 times the ten days. */
    @Test
    void beforeTheEndItSaysHowManyMoreDays() {
        Verdict verdict = RUNNING.of(EVEN, rates(1000, 1000));
        assertThat(verdict).isInstanceOf(Verdict.TooEarly.class);
        assertThat(((Verdict.TooEarly) verdict).days()).isBetween(54L, 58L);
    }

    @Test
    void atTheEndItSaysHowLargeADifferenceWouldHaveBeenSeen() {
        Judge over = new Judge(true, true, 0.05, true, 30);
        Verdict verdict = over.of(EVEN, rates(1000, 1000));
        assertThat(verdict).isInstanceOf(Verdict.NoDifferenceSeen.class);
        assertThat(((Verdict.NoDifferenceSeen) verdict).than()).isBetween(0.08, 0.09);
    }

    @Test
    void oneLookSeesWhatManyLooksDoNot() {
        Outcome outcome = rates(1000, 1100); // z = 2.3
        assertThat(new Judge(true, true, 0.05, true, 30).of(EVEN, outcome)).isInstanceOf(Verdict.Helped.class);
        assertThat(new Judge(false, true, 0.05, true, 30).of(EVEN, outcome))
                .isInstanceOf(Verdict.NoDifferenceSeen.class);
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
