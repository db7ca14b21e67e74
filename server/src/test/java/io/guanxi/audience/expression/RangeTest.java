package io.guanxi.audience.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.expression.Test.Range;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** The difference of two ranges is that of the sets of numbers. */
class RangeTest {

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void theDifferenceHoldsWhatIsInOneOfThemAndNotInBoth(@ForAll long seed) {
        Random dice = new Random(seed);
        Range one = range(dice);
        Range other = dice.nextBoolean() ? withLow(one, dice) : withHigh(one, dice);
        Range difference = one.difference(other);
        assertThat(other.difference(one)).isEqualTo(difference);
        if (difference == null) {
            assertThat(unbounded(one) || unbounded(other) || one.equals(other)).isTrue();
            return;
        }
        for (double number = -0.5; number <= 5.5; number += 0.5) {
            assertThat(difference.holds(number))
                    .as("%s of %s and %s", number, one, other)
                    .isEqualTo(one.holds(number) != other.holds(number));
        }
    }

    @org.junit.jupiter.api.Test
    void rangesThatDifferInBothBoundsHaveNone() {
        assertThat(new Range(1.0, null, 3.0, null).difference(new Range(2.0, null, 4.0, null)))
                .isNull();
    }

    private static boolean unbounded(Range range) {
        return (range.atLeast() == null && range.moreThan() == null)
                || (range.atMost() == null && range.lessThan() == null);
    }

    private static Range range(Random dice) {
        return withHigh(withLow(new Range(null, null, null, null), dice), dice);
    }

    private static Range withLow(Range range, Random dice) {
        boolean within = dice.nextBoolean();
        Double low = bound(dice);
        return new Range(within ? low : null, within ? null : low, range.atMost(), range.lessThan());
    }

    private static Range withHigh(Range range, Random dice) {
        boolean within = dice.nextBoolean();
        Double high = bound(dice);
        return new Range(range.atLeast(), range.moreThan(), within ? high : null, within ? null : high);
    }

    private static @Nullable Double bound(Random dice) {
        return dice.nextInt(4) == 0 ? null : (double) dice.nextInt(6);
    }
}
