package io.guanxi.value.lifetime.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Likelihoods against what can be computed another way: differences for gradients, quadrature for the integral. */
class LikelihoodTest {

    private static final BuyerGroups BUYERS = new BuyerGroups(
            new int[] {0, 0, 1, 2, 5, 12, 40},
            new int[] {0, 0, 30, 100, 180, 200, 270},
            new int[] {10, 272, 40, 180, 180, 230, 272},
            new long[] {900, 300, 80, 40, 9, 4, 1},
            7);
    private static final SpendGroups SPENDERS = new SpendGroups(
            new int[] {1, 1, 2, 3, 9}, new double[] {12.5, 250, 66.1, 90, 3100}, new long[] {30, 2, 9, 4, 1});

    @ParameterizedTest
    @CsvSource({"0.2426,4.4136,0.7929,2.4259", "3,80,0.02,0.5", "0.01,0.3,5,90"})
    void theGradientOfBgNbdIsThatOfDifferences(double r, double alpha, double a, double b) {
        checkGradient(new BgNbdLikelihood(BUYERS), r, alpha, a, b);
    }

    @ParameterizedTest
    @CsvSource({
        "0.553,10.578,0.606,11.669",
        "0.553,10.578,0.606,2.2",
        "3,40,0.05,39.9",
        "0.4,0.5,4,90",
        "1,7,1,7",
        "1.3,4,2,40000",
        "0.5,600,0.4,1"
    })
    void theGradientOfParetoNbdIsThatOfDifferences(double r, double alpha, double s, double beta) {
        checkGradient(new ParetoNbdLikelihood(BUYERS), r, alpha, s, beta);
    }

    @ParameterizedTest
    @CsvSource({"0.2426,4.4136", "3,80", "2000,9000"})
    void theGradientOfNbdIsThatOfDifferences(double r, double alpha) {
        checkGradient(new NbdLikelihood(BUYERS), r, alpha);
    }

    @Test
    void whereNobodyLeavesAllLikelihoodsAreOne() {
        double nbd = new NbdLikelihood(BUYERS).at(new double[] {Math.log(0.4), Math.log(7)}, new double[2]);

        assertThat(new BgNbdLikelihood(BUYERS)
                        .at(new double[] {Math.log(0.4), Math.log(7), Math.log(1e-12), 0}, new double[4]))
                .isCloseTo(nbd, within(1e-8));
        assertThat(new ParetoNbdLikelihood(BUYERS)
                        .at(new double[] {Math.log(0.4), Math.log(7), Math.log(1e-12), 0}, new double[4]))
                .isCloseTo(nbd, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"6.25,3.74,15.44", "0.5,1.2,300", "60,40,2"})
    void theGradientOfGammaGammaIsThatOfDifferences(double p, double q, double v) {
        checkGradient(new GammaGammaLikelihood(SPENDERS), p, q, v);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,0.553,10.578,0.606,11.669",
        "2,30.43,0.553,10.578,0.606,11.669",
        "0,0,0.5,40,0.7,2",
        "7,12,0.5,2,0.7,40",
        "200,38.9,0.553,10.578,0.606,11.669",
        "200,0,0.5,40,0.7,0.5",
        "0,0,1.3,4,2,40000",
        "1,0,0.5,900,0.7,2",
        "3,1,2,5,1,5"
    })
    void theIntegralOverDeparturesIsThatOfQuadrature(
            int x, double weeks, double r, double alpha, double s, double beta) {
        double log = Departure.after(weeks, x, r, alpha, s, beta).log();

        // The integrand over w = ((β+d)/(β+y))^s, relative to its value at the beginning, is bounded.
        double whole = new IterativeLegendreGaussIntegrator(24, 1e-11, 1e-13)
                .integrate(
                        2_000_000,
                        w -> Math.exp(-(r + x)
                                * Math.log((alpha - beta + (beta + weeks) * Math.pow(w, -1 / s)) / (alpha + weeks))),
                        1e-300,
                        1);
        double expected = Math.log(whole) - (r + x) * Math.log(alpha + weeks) - s * Math.log(beta + weeks);
        assertThat(log).isCloseTo(expected, within(1e-8));
    }

    @Test
    void theLikelihoodIsFiniteForTwoHundredRepeats() {
        BuyerGroups often = new BuyerGroups(
                new int[] {200, 200, 0}, new int[] {1, 272, 0}, new int[] {272, 272, 272}, new long[] {1, 1, 1}, 7);
        for (Likelihood likelihood : List.of(new BgNbdLikelihood(often), new ParetoNbdLikelihood(often))) {
            double[] gradient = new double[4];
            double height = likelihood.at(logs(0.55, 10.58, 0.61, 11.67), gradient);

            assertThat(height).isFinite();
            assertThat(gradient).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        }
    }

    @Test
    void oneBuyerByHand() {
        // x = 1, tx = 1, T = 2 weeks with r = α = a = b = 1: BG/NBD gives B(1,2)/B(1,1) Γ(2)/Γ(1) [1/(1+2)² + 1/(1+1)²]
        // = ½ (1/9 + 1/4).
        BuyerGroups one = new BuyerGroups(new int[] {1}, new int[] {7}, new int[] {14}, new long[] {1}, 7);

        assertThat(new BgNbdLikelihood(one).at(logs(1, 1, 1, 1), new double[4]))
                .isCloseTo(Math.log(0.5 * (1 / 9.0 + 1 / 4.0)), within(1e-12));
        // Pareto/NBD: (1+2)^−2 (1+2)^−1 + ∫ from 1 to 2 of (1+y)^−4 dy = 1/27 + (1/8 − 1/27)/3.
        assertThat(new ParetoNbdLikelihood(one).at(logs(1, 1, 1, 1), new double[4]))
                .isCloseTo(Math.log(1 / 27.0 + (1 / 8.0 - 1 / 27.0) / 3), within(1e-12));
    }

    @Test
    void groupingEqualBuyersChangesNothing() {
        BuyerGroups grouped =
                new BuyerGroups(new int[] {1, 0}, new int[] {7, 0}, new int[] {14, 14}, new long[] {2, 3}, 7);
        BuyerGroups single = new BuyerGroups(
                new int[] {1, 0, 0, 1, 0},
                new int[] {7, 0, 0, 7, 0},
                new int[] {14, 14, 14, 14, 14},
                new long[] {1, 1, 1, 1, 1},
                7);

        assertThat(new ParetoNbdLikelihood(grouped).at(logs(1, 2, 3, 4), new double[4]))
                .isCloseTo(new ParetoNbdLikelihood(single).at(logs(1, 2, 3, 4), new double[4]), within(1e-13));
    }

    private static void checkGradient(Likelihood likelihood, double... parameters) {
        double[] logs = logs(parameters);
        double[] gradient = new double[logs.length];
        likelihood.at(logs, gradient);
        double[] unused = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            double step = 1e-4;
            double[] up = logs.clone();
            double[] down = logs.clone();
            double[] farUp = logs.clone();
            double[] farDown = logs.clone();
            up[i] += step;
            down[i] -= step;
            farUp[i] += 2 * step;
            farDown[i] -= 2 * step;
            double difference = (8 * (likelihood.at(up, unused) - likelihood.at(down, unused))
                            - (likelihood.at(farUp, unused) - likelihood.at(farDown, unused)))
                    / (12 * step);
            assertThat(gradient[i]).isCloseTo(difference, within(1e-8 * Math.max(1, Math.abs(difference))));
        }
    }

    private static double[] logs(double... parameters) {
        return java.util.Arrays.stream(parameters).map(Math::log).toArray();
    }
}
