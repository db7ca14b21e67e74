package io.guanxi.experiment.statistics;

import java.util.Random;

/**
 * Whom simulated experiments are made with. Each unit has what is measured, by what, and both before exposure; what it does before
 * and after comes of the same bent, so a look-back has something to take out. A lift multiplies what is measured.
 */
enum World {

    /**
     * A third are of those who buy: they do in 0.8 of all times, others in 0.06/0.7 of them, so 0.3 of all, for a log-normal sum that
     * goes with the one before.
     */
    SPEND(0.3 * Math.exp(4.5)) {
        @Override
        double[] unit(Random random, double times) {
            double chance = random.nextDouble() < 0.3 ? 0.8 : 0.06 / 0.7;
            double taste = random.nextGaussian();
            return new double[] {times * spend(random, chance, taste), 1, spend(random, chance, taste), 1};
        }

        private static double spend(Random random, double chance, double taste) {
            return random.nextDouble() < chance ? Math.exp(4 + 0.6 * taste + 0.8 * random.nextGaussian()) : 0;
        }
    },

    /**
     * Orders by visits: with the bent g, even between 0 and 1, come 4 + 8 g visits in the mean, and an order in 0.1 + 0.4 g of them.
     * So orders are 0.4 + 2.4 E g + 3.2 E g² = 8/3 and visits 8: those who come often also order oftener.
     */
    RATIO(1 / 3.0) {
        @Override
        double[] unit(Random random, double times) {
            double bent = random.nextDouble();
            double[] after = visits(random, bent, times);
            double[] before = visits(random, bent, 1);
            return new double[] {after[0], after[1], before[0], before[1]};
        }

        private static double[] visits(Random random, double bent, double times) {
            int visits = poisson(random, 4 + 8 * bent);
            int orders = 0;
            for (int visit = 0; visit < visits; visit++) {
                orders += random.nextDouble() < times * (0.1 + 0.4 * bent) ? 1 : 0;
            }
            return new double[] {orders, visits};
        }
    },

    /** Totals of communities of 10 to 90 members, whose mean differs by community by 1 about 10, a member's figure by 3 about that. */
    COMMUNITIES(10) {
        @Override
        double[] unit(Random random, double times) {
            int size = 10 + random.nextInt(81);
            return community(random, random.nextGaussian(), size, times);
        }
    };

    private final double truth;

    World(double truth) {
        this.truth = truth;
    }

    /** {@return the figure without any effect} */
    double truth() {
        return truth;
    }

    /** {@return a unit, whose figure is so many times what it would be without treatment} */
    abstract double[] unit(Random random, double times);

    /** {@return such units of one arm} */
    Moments arm(Random random, int units, double times) {
        double[][] all = new double[units][];
        for (int i = 0; i < units; i++) {
            all[i] = unit(random, times);
        }
        return Moments.of(all);
    }

    /** {@return the totals of so many members of one community, whose members are all so far above or below the others} */
    static double[] community(Random random, double own, int members, double times) {
        double noise = 3 * Math.sqrt(members);
        return new double[] {
            members * (10 * times + own) + noise * random.nextGaussian(),
            members,
            members * (10 + own) + noise * random.nextGaussian(),
            members
        };
    }

    static int poisson(Random random, double mean) {
        double end = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > end; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
