package io.guanxi.value.lifetime.estimate;

import java.util.Map;

/**
 * BG/NBD of Fader, Hardie and Lee (2005): a buyer orders at a rate that is gamma distributed (r, α) and leaves after an order with a
 * probability that is beta distributed (a, b).
 *
 * @param r shape of the rates of ordering
 * @param alpha their scale, in weeks
 * @param a first parameter of leaving
 * @param b second parameter of leaving
 */
public record BgNbd(double r, double alpha, double a, double b) implements OrderModel {

    private static final int MOST_TERMS = 1_000_000;
    private static final double VANISHING = -30;

    @Override
    public Kind kind() {
        return Kind.BG_NBD;
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of("r", r, "alpha", alpha, "a", a, "b", b);
    }

    /** Who has not come back cannot have left: here buyers leave after a repeat order only. */
    @Override
    public double logLeft(int repeats, double last) {
        return repeats == 0
                ? -Double.MAX_VALUE
                : Math.log(a) - Math.log(b + repeats - 1) - (r + repeats) * Math.log(alpha + last);
    }

    @Override
    public double logAlive(int repeats, double age) {
        return -(r + repeats) * Math.log(alpha + age);
    }

    @Override
    public double leftLater(int repeats, double age) {
        return 0;
    }

    /**
     * Equation (10) without its denominator, which is 1 / P(alive):
     * (a+b+x−1)/(a−1) · [1 − ((α+T)/(α+T+t))^(r+x) ₂F₁(r+x, b+x; a+b+x−1; t/(α+T+t))].
     */
    @Override
    public double ahead(int repeats, double age, double weeks) {
        return coming(a + b + repeats - 1, weeks / (alpha + age + weeks));
    }

    /** Equation (9): the same for x = 0 and T = 0. */
    @Override
    public double sinceFirst(double weeks) {
        return coming(a + b - 1, weeks / (alpha + weeks));
    }

    /**
     * c/(a−1) · [1 − (1−z)^(a−1) ₂F₁(a−1, a+b−1−r; c; z)], which Euler's transformation (DLMF 15.8.1) makes of both. The first term of
     * the series is taken out and a − 1 is cancelled by hand, so the result is right where a is 1, or near it. Where a is so large that
     * (1−z)^(a−1) vanishes, the sum as it stands in the paper is taken: there nothing cancels.
     */
    private double coming(double c, double z) {
        double e = a - 1;
        double logRest = Math.log1p(-z);
        if (e * logRest < VANISHING) {
            return c / e * -Math.expm1((r + c - a - b + 1) * logRest + logSeries(r + c - a - b + 1, c - e, c, z));
        }
        double other = a + b - 1 - r;
        double term = other * z; // c · (e+1)_{n−1} (other)_n / ((c)_n n!) · zⁿ for n = 1
        double sum = term;
        for (int n = 1; n < MOST_TERMS && Math.abs(term) > 1e-17 * Math.abs(sum) * (1 - z); n++) {
            term *= (e + n) * (other + n) / ((c + n) * (n + 1)) * z;
            sum += term;
        }
        double power = Math.abs(e * logRest) < 1e-12 ? -logRest : -Math.expm1(e * logRest) / e;
        return c * power - Math.exp(e * logRest) * sum;
    }

    /** ln ₂F₁(first, second; third; z), of positive parameters. */
    private static double logSeries(double first, double second, double third, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < MOST_TERMS && term > 1e-17 * sum * (1 - z); n++) {
            term *= (first + n) * (second + n) / ((third + n) * (n + 1)) * z;
            sum += term;
        }
        return Math.log(sum);
    }
}
