package io.guanxi.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.experiment.statistics.Outcome.Compared;
import io.guanxi.experiment.statistics.Power.Expectation;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Simulations with a known truth, seeded: a thousand experiments each. */
class TrustTest {

    private static final int RUNS = 1000;

    private static Effect effect(Outcome outcome) {
        return ((Compared) outcome).effect();
    }

    /** A third of the members buy, for a log-normal sum: the mean is {@code 0.3 · exp(4 + 1/2)}. */
    private static double[] spender(Random random, double times) {
        double before = random.nextGaussian();
        double spend = random.nextDouble() < 0.3 ? times * Math.exp(4 + 0.6 * before + 0.8 * random.nextGaussian()) : 0;
        return new double[] {spend, 1, random.nextDouble() < 0.3 ? Math.exp(4 + before) : 0, 1};
    }

    private static Moments arm(Random random, int units, BiFunction<Random, Integer, double[]> unit) {
        double[][] all = new double[units][];
        for (int i = 0; i < units; i++) {
            all[i] = unit.apply(random, i);
        }
        return Moments.of(all);
    }

    private static void covers(
            Comparison comparison,
            int units,
            double difference,
            double lift,
            long seed,
            BiFunction<Random, Boolean, double[]> unit) {
        Random random = new Random(seed);
        int differences = 0;
        int lifts = 0;
        for (int run = 0; run < RUNS; run++) {
            Moments control = arm(random, units, (dice, i) -> unit.apply(dice, false));
            Moments treatment = arm(random, units, (dice, i) -> unit.apply(dice, true));
            Effect effect = effect(comparison.of(control, treatment));
            differences += effect.interval().contains(difference) ? 1 : 0;
            Effect.Lift found = effect.lift();
            lifts += found != null && found.interval().contains(lift) ? 1 : 0;
        }
        assertThat(differences)
                .as("intervals of the difference that hold the truth")
                .isBetween(930, 970);
        assertThat(lifts).as("intervals of the lift that hold the truth").isBetween(930, 970);
    }

    @Test
    void intervalsOfSkewedSpendHoldTheTruth() {
        double mean = 0.3 * Math.exp(4.5);
        covers(
                new Comparison(0.05, 3000, false, false),
                1500,
                0.1 * mean,
                0.1,
                1,
                (random, treated) -> spender(random, treated ? 1.1 : 1));
    }

    @Test
    void intervalsWithALookBackHoldTheTruthAndAreNarrower() {
        double mean = 0.3 * Math.exp(4.5);
        covers(
                new Comparison(0.05, 3000, true, false),
                1500,
                0.1 * mean,
                0.1,
                2,
                (random, treated) -> spender(random, treated ? 1.1 : 1));
        Random random = new Random(3);
        BiFunction<Random, Integer, double[]> steady = (dice, i) -> {
            double taste = dice.nextGaussian();
            return new double[] {5 + taste + 0.5 * dice.nextGaussian(), 1, 5 + taste + 0.5 * dice.nextGaussian(), 1};
        };
        Effect effect = effect(
                new Comparison(0.05, 4000, true, false).of(arm(random, 2000, steady), arm(random, 2000, steady)));
        Effect.Adjustment adjustment = effect.adjustment();
        assertThat(adjustment).isNotNull();
        // both are taste and noise of variance 1 and 1/4: correlation 0.8, squared 0.64
        assertThat(adjustment == null ? 0 : adjustment.removed()).isBetween(0.61, 0.67);
    }

    /** As the reports of the programme compare: few held out, many others, skewed spend, a look-back. */
    @Test
    void intervalsOfAGlobalHoldoutHoldTheTruth() {
        double mean = 0.3 * Math.exp(4.5);
        Comparison comparison = new Comparison(0.05, 10_000, true, false);
        Random random = new Random(9);
        int held = 0;
        for (int run = 0; run < RUNS; run++) {
            Moments control = arm(random, 1000, (dice, i) -> spender(dice, 1));
            Moments treatment = arm(random, 9000, (dice, i) -> spender(dice, 1.1));
            held += effect(comparison.of(control, treatment)).interval().contains(0.1 * mean) ? 1 : 0;
        }
        assertThat(held).as("intervals of the difference that hold the truth").isBetween(930, 970);
    }

    /** Orders by visits: 2 visits in the mean, unequal between members, each with an order by the member's own chance. */
    @Test
    void intervalsOfRatiosHoldTheTruth() {
        covers(new Comparison(0.05, 2000, false, false), 1000, 0.02, 0.1, 4, (random, treated) -> {
            int visits = 0;
            while (random.nextDouble() < 2.0 / 3) {
                visits++;
            }
            double chance = (treated ? 0.22 : 0.2) * 2 * random.nextDouble();
            int orders = 0;
            for (int visit = 0; visit < visits; visit++) {
                orders += random.nextDouble() < chance ? 1 : 0;
            }
            return new double[] {orders, visits, 0, 0};
        });
    }

    /** 40 communities an arm, 10 to 90 members each, whose mean differs by community as much as ten members' spread. */
    @Test
    void intervalsOfClustersHoldTheTruth() {
        covers(new Comparison(0.05, 80, false, true), 40, 1, 0.1, 5, (random, treated) -> {
            int size = 10 + random.nextInt(81);
            double own = (treated ? 11 : 10) + random.nextGaussian();
            return new double[] {size * own + 3 * Math.sqrt(size) * random.nextGaussian(), size, 0, 0};
        });
    }

    /** The same members counted one by one, as if not in communities, would be sure of what is not there. */
    @Test
    void whoCountsMembersOfClustersOneByOneFoolsHimself() {
        Random random = new Random(6);
        int held = 0;
        for (int run = 0; run < 300; run++) {
            Moments[] arms = {Moments.none(), Moments.none()};
            for (int arm = 0; arm < 2; arm++) {
                for (int cluster = 0; cluster < 20; cluster++) {
                    double own = random.nextGaussian();
                    arms[arm] = arms[arm].plus(
                            arm(random, 30, (dice, i) -> new double[] {own + dice.nextGaussian(), 1, 0, 1}));
                }
            }
            held += effect(new Comparison(0.05, 1200, false, false).of(arms[0], arms[1]))
                            .interval()
                            .contains(0)
                    ? 1
                    : 0;
        }
        assertThat(held).isLessThan(200);
    }

    /** As many members as the plan asks for, looked at in ten steps: what it promises is what the live verdict sees. */
    @Test
    void aPlannedLiftIsSeenAsOftenAsPlanned() {
        long units = new Power(0.05, 0.8, 2).units(new Expectation(5, 4, 0.05, 0.5, 0.5, 0, 1, 0));
        int step = (int) (units / 20);
        Random random = new Random(8);
        int atTheEnd = 0;
        int everSeen = 0;
        for (int run = 0; run < RUNS; run++) {
            Moments control = Moments.none();
            Moments treatment = Moments.none();
            boolean seen = false;
            boolean last = false;
            for (int look = 0; look < 10; look++) {
                control = control.plus(
                        arm(random, step, (dice, i) -> new double[] {5 + 2 * dice.nextGaussian(), 1, 0, 1}));
                treatment = treatment.plus(
                        arm(random, step, (dice, i) -> new double[] {5.25 + 2 * dice.nextGaussian(), 1, 0, 1}));
                Effect effect = effect(new Comparison(0.05, units, false, false).of(control, treatment));
                last = effect.alwaysInterval().low() > 0;
                seen |= last;
            }
            atTheEnd += last ? 1 : 0;
            everSeen += seen ? 1 : 0;
        }
        assertThat(atTheEnd).as("of 1,000, seen at the planned size").isBetween(770, 830);
        assertThat(everSeen).as("of 1,000, seen by then").isGreaterThanOrEqualTo(atTheEnd);
    }

    /** Four weeks, a look each evening: how many of a thousand experiments without any effect are ever called one. */
    @Test
    void lookingEveryDayFindsNothingWhereThereIsNothing() {
        Random random = new Random(7);
        int always = 0;
        int naive = 0;
        for (int run = 0; run < RUNS; run++) {
            Moments control = Moments.none();
            Moments treatment = Moments.none();
            boolean alwaysFound = false;
            boolean naiveFound = false;
            for (int day = 1; day <= 28; day++) {
                control = control.plus(arm(random, 60, (dice, i) -> spender(dice, 1)));
                treatment = treatment.plus(arm(random, 60, (dice, i) -> spender(dice, 1)));
                Effect effect = effect(new Comparison(0.05, 28 * 120, false, false).of(control, treatment));
                alwaysFound |= !effect.alwaysInterval().contains(0);
                naiveFound |= !effect.interval().contains(0);
            }
            always += alwaysFound ? 1 : 0;
            naive += naiveFound ? 1 : 0;
        }
        assertThat(always).as("of 1,000, looked at daily").isLessThanOrEqualTo(50);
        assertThat(naive)
                .as("of 1,000, looked at daily with the interval for one look")
                .isGreaterThan(150);
    }
}
