package io.guanxi.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.experiment.statistics.Outcome.Compared;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Seeded experiments of each kind that a report may be of. Of a thousand at exactly 5 %, 50 ± 13.5 are called in 95 of 100 seeds; of
 * four thousand at exactly 95 %, 95 ± 0.7 in a hundred intervals hold the truth. None of that margin is added to the bounds here,
 * which are the promise itself: at most 5 in 100 called, 93 to 97 that hold.
 */
class PeekingTest {

    private static final int RUNS = 1000;
    private static final int WEEKS_4 = 28;
    private static final int MOST_FALSE = RUNS / 20;
    private static final int COVERED = 4000;

    /** Figures of one day; both arms together. */
    private record Arms(Moments control, Moments treatment) {}

    /** How many of a thousand experiments are ever called an effect by someone who looks each evening. */
    private record Called(int always, int once) {}

    /** What a live report takes: the size found at the first look, but at least so many. */
    private static double planned(World world, Arms first) {
        double found = first.control().n() + first.treatment().n();
        return Math.max(found, world == World.COMMUNITIES ? 50 : 1000);
    }

    private static Called lookedAtDaily(World world, boolean lookBack, int days, IntFunction<IntFunction<Arms>> runs) {
        int always = 0;
        int once = 0;
        for (int run = 0; run < RUNS; run++) {
            IntFunction<Arms> evenings = runs.apply(run);
            Comparison comparison = null;
            boolean alwaysCalled = false;
            boolean onceCalled = false;
            for (int day = 1; day <= days; day++) {
                Arms arms = evenings.apply(day);
                if (comparison == null) {
                    comparison = new Comparison(0.05, planned(world, arms), lookBack, world == World.COMMUNITIES);
                }
                if (comparison.of(arms.control(), arms.treatment()) instanceof Compared compared) {
                    alwaysCalled |= !compared.effect().alwaysInterval().contains(0);
                    onceCalled |= !compared.effect().interval().contains(0);
                }
            }
            always += alwaysCalled ? 1 : 0;
            once += onceCalled ? 1 : 0;
        }
        return new Called(always, once);
    }

    private static void fewAreCalled(Called called) {
        assertThat(called.always())
                .as("of 1,000 without any effect, looked at daily, called one")
                .isLessThanOrEqualTo(MOST_FALSE);
        assertThat(called.once())
                .as("the same with the interval for one look: it is the sequence that holds them back")
                .isGreaterThan(2 * MOST_FALSE);
    }

    /** Units that come day by day and stay what they are: members, or whole communities at once. */
    @ParameterizedTest
    @CsvSource({
        "SPEND, false, 60, 11",
        "SPEND, true, 60, 12",
        "RATIO, false, 60, 13",
        "RATIO, true, 60, 14",
        "COMMUNITIES, false, 3, 15",
        "COMMUNITIES, true, 3, 16"
    })
    void lookingEveryDayAtWhoComesFindsNothingWhereThereIsNothing(World world, boolean lookBack, int aDay, long seed) {
        Random random = new Random(seed);
        fewAreCalled(lookedAtDaily(world, lookBack, WEEKS_4, _ -> new IntFunction<>() {
            private Moments control = Moments.none();
            private Moments treatment = Moments.none();

            @Override
            public Arms apply(int day) {
                control = control.plus(world.arm(random, aDay, 1));
                treatment = treatment.plus(world.arm(random, aDay, 1));
                return new Arms(control, treatment);
            }
        }));
    }

    /**
     * Communities that are all there from the first day, and grow: each evening some more of their members count, so the units stay
     * and their figures move. They differ much, hardly, or not at all; the less, the more each evening says something new.
     */
    @ParameterizedTest
    @CsvSource({"1, false, 28, 21", "1, true, 28, 22", "0.1, false, 28, 23", "0.1, true, 28, 24", "0, false, 90, 25"})
    void lookingEveryDayAtCommunitiesThatGrowFindsNothingWhereThereIsNothing(
            double apart, boolean lookBack, int days, long seed) {
        Random random = new Random(seed);
        Called called = lookedAtDaily(World.COMMUNITIES, lookBack, days, _ -> new Growing(random, apart));
        assertThat(called.always())
                .as("of 1,000 without any effect, looked at daily, called one")
                .isLessThanOrEqualTo(MOST_FALSE);
        assertThat(called.once()).as("the same with the interval for one look").isGreaterThan(called.always());
    }

    /** Two arms of forty communities, of which up to so many members more count each evening as is theirs. */
    private static final class Growing implements IntFunction<Arms> {

        private static final int EACH = 40;

        private final Random random;
        private final double[] own = new double[2 * EACH];
        private final int[] most = new int[2 * EACH];
        private final double[][] totals = new double[2 * EACH][Moments.FIGURES];

        Growing(Random random, double apart) {
            this.random = random;
            for (int i = 0; i < own.length; i++) {
                own[i] = apart * random.nextGaussian();
                most[i] = 1 + random.nextInt(5);
            }
        }

        @Override
        public Arms apply(int day) {
            for (int i = 0; i < own.length; i++) {
                double[] more = World.community(random, own[i], random.nextInt(most[i] + 1), 1);
                for (int figure = 0; figure < more.length; figure++) {
                    totals[i][figure] += more[figure];
                }
            }
            return new Arms(moments(0), moments(EACH));
        }

        /** A community of which nobody counts yet is none. */
        private Moments moments(int from) {
            return Moments.of(Arrays.stream(totals, from, from + EACH)
                    .filter(total -> total[1] > 0)
                    .toArray(double[][]::new));
        }
    }

    /** The interval for one look, of members and of communities, with the figures before and without. */
    @ParameterizedTest
    @CsvSource({
        "SPEND, false, 1500, 31",
        "SPEND, true, 1500, 32",
        "RATIO, false, 1000, 33",
        "RATIO, true, 1000, 34",
        "COMMUNITIES, false, 40, 35",
        "COMMUNITIES, true, 40, 36",
        "COMMUNITIES, true, 8, 37"
    })
    void intervalsHoldTheTruth(World world, boolean lookBack, int units, long seed) {
        Comparison comparison = new Comparison(0.05, 2.0 * units, lookBack, world == World.COMMUNITIES);
        Random random = new Random(seed);
        int differences = 0;
        int lifts = 0;
        double removed = 0;
        for (int run = 0; run < COVERED; run++) {
            Effect effect =
                    ((Compared) comparison.of(world.arm(random, units, 1), world.arm(random, units, 1.1))).effect();
            differences += effect.interval().contains(0.1 * world.truth()) ? 1 : 0;
            Effect.Lift lift = effect.lift();
            lifts += lift != null && lift.interval().contains(0.1) ? 1 : 0;
            Effect.Adjustment adjustment = effect.adjustment();
            removed += adjustment == null ? 0 : adjustment.removed() / COVERED;
        }
        assertThat(differences / (double) COVERED)
                .as("intervals of the difference that hold the truth")
                .isBetween(0.93, 0.97);
        assertThat(lifts / (double) COVERED)
                .as("intervals of the lift that hold the truth")
                .isBetween(0.93, 0.97);
        assertThat(removed)
                .as("what the look-back took out of the variance")
                .isBetween(lookBack ? 0.05 : 0, lookBack ? 0.9 : 0);
    }
}
