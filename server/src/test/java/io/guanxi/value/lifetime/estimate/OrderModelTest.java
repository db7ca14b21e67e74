package io.guanxi.value.lifetime.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderModelTest {

    /** Everybody came back every week up to the end. */
    private static final BuyerGroups LOYAL = new BuyerGroups(
            new int[] {10, 12, 14, 16, 18, 20},
            new int[] {70, 84, 98, 112, 126, 140},
            new int[] {70, 84, 98, 112, 126, 140},
            new long[] {100, 100, 100, 100, 100, 100},
            7);

    private final Fitting fitting = new Fitting(step -> {});

    @Test
    void whoJustOrderedIsStillThereForPareto() {
        assertThat(new ParetoNbd(0.553, 10.578, 0.606, 11.669).alive(3, 20, 20)).isCloseTo(1, within(1e-12));
    }

    @Test
    void whoNeverCameBackIsStillThereForBgNbd() {
        assertThat(new BgNbd(0.2426, 4.4136, 0.7929, 2.4259).alive(0, 0, 200)).isEqualTo(1);
    }

    @Test
    void aLongSilenceOfWhoOrderedOftenSaysTheyLeft() {
        for (OrderModel model : models()) {
            assertThat(model.alive(25, 30, 31)).isGreaterThan(0.9);
            assertThat(model.alive(25, 10, 200)).isLessThan(1e-6);
            assertThat(model.alive(200, 5, 3000)).isBetween(0.0, 1e-9);
        }
    }

    @Test
    void aliveByHand() {
        // r = α = a = b = 1, x = 1, tx = 1, T = 2: 1 / (1 + 1/1 · (3/2)²) = 4/13.
        assertThat(new BgNbd(1, 1, 1, 1).alive(1, 1, 2)).isCloseTo(4 / 13.0, within(1e-12));
        // Pareto/NBD: (1/27) / (1/27 + (1/8 − 1/27)/3).
        assertThat(new ParetoNbd(1, 1, 1, 1).alive(1, 1, 2))
                .isCloseTo(1 / 27.0 / (1 / 27.0 + (1 / 8.0 - 1 / 27.0) / 3), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-7, 1e-4})
    void whereAParameterIsOneTheExpectationIsAsSmoothAsBesideIt(double off) {
        assertThat(new BgNbd(0.3, 5, 1, 3).sinceFirst(40))
                .isCloseTo(new BgNbd(0.3, 5, 1 + off, 3).sinceFirst(40), within(10 * off));
        assertThat(new ParetoNbd(0.3, 5, 1, 3).sinceFirst(40))
                .isCloseTo(new ParetoNbd(0.3, 5, 1 + off, 3).sinceFirst(40), within(10 * off));
    }

    @Test
    void expectationsGrowWithTimeAndNeverFall() {
        for (OrderModel model : models()) {
            double before = 0;
            for (int week = 1; week < 400; week++) {
                double now = model.sinceFirst(week);
                assertThat(now).isGreaterThan(before);
                before = now;
            }
        }
    }

    @Test
    void whatIsExpectedOfABrandIsWhatASimulatedBrandDoes() {
        BgNbd truth = new BgNbd(0.6, 8, 0.9, 3);
        int buyers = 200_000;
        RandomDataGenerator random = new RandomDataGenerator(20_251);
        SplittableRandom coin = new SplittableRandom(7);
        long came = 0;
        for (int buyer = 0; buyer < buyers; buyer++) {
            double rate = random.nextGamma(truth.r(), 1 / truth.alpha());
            double leaving = random.nextBeta(truth.a(), truth.b());
            double time = random.nextExponential(1 / rate);
            while (time <= 30) {
                came++;
                if (coin.nextDouble() < leaving) {
                    break;
                }
                time += random.nextExponential(1 / rate);
            }
        }
        // Four standard errors of a mean whose spread is about twice itself.
        double mean = (double) came / buyers;
        assertThat(truth.sinceFirst(30)).isCloseTo(mean, within(8 * mean / Math.sqrt(buyers)));
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderModel.Kind.class,
            names = {"BG_NBD", "PARETO_NBD"})
    void whereNobodyLeavesTheFitSaysSo(OrderModel.Kind kind) {
        assertThat(fitting.orders(kind, LOYAL)).isInstanceOfSatisfying(Fit.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Fit.Reason.NOBODY_LEAVES);
            assertThat(refused.detail()).contains("No buyer can be seen to leave");
        });
        assertThat(fitting.orders(kind, buyers(1.2, 6, 0, 1)))
                .isInstanceOfSatisfying(Fit.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Fit.Reason.NOBODY_LEAVES));
    }

    @Test
    void whereNobodyLeavesHowOftenTheyOrderIsKnownStill() {
        assertThat(fitting.orders(OrderModel.Kind.NBD, buyers(1.2, 6, 0, 1)))
                .isInstanceOfSatisfying(Fit.Found.class, found -> {
                    Nbd model = (Nbd) found.model();
                    assertThat(model.r()).isCloseTo(1.2, within(0.1));
                    assertThat(model.alpha()).isCloseTo(6, within(0.6));
                    assertThat(found.atEdge()).isFalse();
                });
    }

    @Test
    void buyersWhoAllOrderAtOneRateAreExpectedToGoOnSo() {
        assertThat(fitting.orders(OrderModel.Kind.NBD, LOYAL)).isInstanceOfSatisfying(Fit.Found.class, found -> {
            OrderModel model = (OrderModel) found.model();
            assertThat(found.atEdge()).isTrue();
            assertThat(model.expected(20, 20, 20, 8)).isCloseTo(8, within(0.01));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderModel.Kind.class,
            names = {"BG_NBD", "PARETO_NBD"})
    void thatBuyersLeaveIsNotDeniedWhereItIsSeen(OrderModel.Kind kind) {
        // One in five leaves after each order, whoever it is: a and b grow without end, but not because nobody leaves.
        Fit<OrderModel> fit = fitting.orders(kind, buyers(1.2, 6, 2_000, 8_000));

        if (fit instanceof Fit.Refused<OrderModel> refused) {
            assertThat(refused.reason()).isEqualTo(Fit.Reason.NOT_CONVERGED);
        } else {
            assertThat(((Fit.Found<OrderModel>) fit).model().alive(5, 10, 60)).isLessThan(0.05);
        }
    }

    /** Buyers as BG/NBD has them, seen for a year, by the day; none leaves where a is 0. */
    private static BuyerGroups buyers(double r, double alpha, double a, double b) {
        RandomDataGenerator random = new RandomDataGenerator(20_260);
        SplittableRandom coin = new SplittableRandom(3);
        int buyers = 4_000;
        int[] x = new int[buyers];
        int[] last = new int[buyers];
        int[] age = new int[buyers];
        long[] each = new long[buyers];
        for (int i = 0; i < buyers; i++) {
            double rate = random.nextGamma(r, 1 / alpha);
            double leaving = a == 0 ? 0 : random.nextBeta(a, b);
            age[i] = 180 + i % 180;
            double time = random.nextExponential(7 / rate);
            boolean here = true;
            while (here && time < age[i]) {
                x[i]++;
                last[i] = (int) Math.ceil(time);
                here = coin.nextDouble() >= leaving;
                time += random.nextExponential(7 / rate);
            }
            each[i] = 1;
        }
        return new BuyerGroups(x, last, age, each, 7);
    }

    @Test
    void spendWithoutAMeanIsRefusedInWords() {
        SpendGroups wild = simulated(4, 0.7, 30);

        Fit<SpendModel> fit = fitting.spend(wild);

        assertThat(fit).isInstanceOfSatisfying(Fit.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Fit.Reason.SPEND_UNDEFINED);
            assertThat(refused.detail()).contains("q is 0.");
        });
    }

    @Test
    void theParametersOfSimulatedSpendAreFound() {
        assertThat(fitting.spend(simulated(4, 3, 30))).isInstanceOfSatisfying(Fit.Found.class, found -> {
            SpendModel model = (SpendModel) found.model();
            assertThat(model.p()).isCloseTo(4, within(0.2));
            assertThat(model.q()).isCloseTo(3, within(0.15));
            assertThat(model.mean()).isCloseTo(60, within(2.0));
        });
    }

    @Test
    void spendInACurrencyOfSmallUnitsIsFittedLikeAnyOther() {
        SpendGroups yuan = simulated(4, 3, 30);
        SpendGroups small = yuan.in(1e-6);

        assertThat(fitting.spend(small)).isInstanceOfSatisfying(Fit.Found.class, found -> {
            SpendModel model = (SpendModel) found.model();
            assertThat(model.mean()).isCloseTo(60e6, within(2e6));
            assertThat(found.atEdge()).isFalse();
            double inYuan = ((Fit.Found<SpendModel>) fitting.spend(yuan)).logLikelihood();
            assertThat(found.logLikelihood()).isCloseTo(inYuan - yuan.total() * Math.log(1e6), within(1e-3));
        });
    }

    @Test
    void whereBuyersLeaveAtOnceTheExpectationIsThatOfTheFormula() {
        // By the formula in 60 digits; 19 weeks after α + T = 1 make z = 0.95.
        assertThat(new BgNbd(0.146, 1, 289.4, 0.02294).ahead(30, 0, 19)).isCloseTo(1.1041017337031900, within(1e-9));
        assertThat(new BgNbd(3.384, 1, 270.9, 16.02).ahead(0, 0, 19)).isCloseTo(1.0593048102970862, within(1e-9));
    }

    /** Spend as the model has it: the rate is gamma (q, v) among buyers, a day's spend is gamma (p, rate). */
    private static SpendGroups simulated(double p, double q, double v) {
        RandomDataGenerator random = new RandomDataGenerator(11);
        int buyers = 5_000;
        int[] repeats = new int[buyers];
        double[] spend = new double[buyers];
        long[] each = new long[buyers];
        for (int i = 0; i < buyers; i++) {
            repeats[i] = 1 + i % 5;
            spend[i] = random.nextGamma(p * repeats[i], 1 / random.nextGamma(q, 1 / v));
            each[i] = 1;
        }
        return new SpendGroups(repeats, spend, each);
    }

    @Test
    void spendOfAFewIsTooLittleData() {
        SpendGroups few = new SpendGroups(new int[] {1, 2}, new double[] {10, 30}, new long[] {20, 29});

        assertThat(fitting.spend(few)).isInstanceOfSatisfying(Fit.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Fit.Reason.TOO_LITTLE_DATA));
    }

    @Test
    void expectedSpendLiesBetweenOnesOwnAndEverybodys() {
        SpendModel model = new SpendModel(6.25, 3.74, 15.44);

        assertThat(model.mean()).isCloseTo(35.22, within(0.005));
        assertThat(model.expected(0, 0)).isEqualTo(model.mean());
        // By hand: 6.25 (15.44 + 2 · 22.35) / (6.25 · 2 + 2.74) = 24.66.
        assertThat(model.expected(2, 44.70)).isCloseTo(24.66, within(0.005)).isBetween(22.35, model.mean());
    }

    private static OrderModel[] models() {
        return new OrderModel[] {new BgNbd(0.2426, 4.4136, 0.7929, 2.4259), new ParetoNbd(0.553, 10.578, 0.606, 11.669)
        };
    }
}
