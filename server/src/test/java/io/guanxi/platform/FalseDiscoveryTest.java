package io.guanxi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

    @Test
    void smallExamplesAreThoseWorkedOutByHand() {
        // ascending 0.005, 0.01, 0.03, 0.04: times 4/rank = 0.02, 0.02, 0.04, 0.04
        assertThat(FalseDiscovery.qValues(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-15));
        assertThat(FalseDiscovery.qValues()).isEmpty();
    }

    /** The example of Benjamini and Hochberg (1995), section 3.2: at 5 % the first four of fifteen. */
    @Test
    void manyLooksAreCorrectedAsInThePaper() {
        double[] q = FalseDiscovery.qValues(
                0.3240,
                0.0001,
                0.0004,
                0.0019,
                Double.NaN,
                0.0095,
                0.0201,
                0.0278,
                0.0298,
                0.0344,
                0.0459,
                0.4262,
                0.5719,
                0.6528,
                0.7590,
                1.0);
        assertThat(q[1]).isCloseTo(0.0015, within(1e-9));
        assertThat(q[5]).isCloseTo(0.035625, within(1e-9));
        assertThat(q[6]).isCloseTo(0.0603, within(1e-9));
        assertThat(q[4]).isNaN();
        assertThat(Arrays.stream(q).filter(it -> it <= 0.05).count()).isEqualTo(4);
    }

    @Property(tries = 300)
    void whatIsCalledAFindingIsWhatTheStepUpRuleCallsOne(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 0.2) Double> probabilities) {
        double[] p = probabilities.stream().mapToDouble(it -> it).toArray();
        double[] q = FalseDiscovery.qValues(p);
        double[] ascending = Arrays.stream(p).sorted().toArray();
        double line = -1;
        for (int rank = 1; rank <= ascending.length; rank++) {
            if (ascending[rank - 1] * ((double) ascending.length / rank) <= 0.05) {
                line = ascending[rank - 1];
            }
        }
        for (int i = 0; i < p.length; i++) {
            assertThat(q[i]).isBetween(p[i], 1.0);
            assertThat(q[i] <= 0.05).isEqualTo(p[i] <= line);
        }
    }
}
