package io.guanxi.value.lifetime.estimate;

/**
 * The integral of Pareto/NBD over a departure after d weeks,
 *
 * <p>G(x, d) = s ∫ from d to ∞ of (α+y)^−(r+x) (β+y)^−(s+1) dy = s/(r+s+x) · (α+d)^−(r+s+x) · ₂F₁(r+s+x, s+1; r+s+x+1; (α−β)/(α+d)),
 *
 * <p>with its derivatives. Euler's transformation (NIST Digital Library of Mathematical Functions, 15.8.1) turns the function into
 * one of first parameter 1, with factors of its own before it; of the two ways to write the integral (α and β change places, B. G. S.
 * Hardie and P. S. Fader, A Note on Deriving the Pareto/NBD Model, 2005) the one with 0 ≤ z &lt; 1 is taken. Then every term of the
 * series (15.2.1) is positive and smaller than the one before by z at least: no digit is lost, and the rest is bounded. Where z is near
 * 1 and the series long, the integral is computed as it stands: with y = d + e^u the integrand is analytic around the whole line and falls
 * off at both ends, so the trapezoidal rule is exact to the last digits (L. N. Trefethen, J. A. C. Weideman, The Exponentially Convergent
 * Trapezoidal Rule, SIAM Review 56, 2014).
 *
 * @param log ln G
 * @param byR its derivative by r (and by x)
 * @param byAlpha by α
 * @param byS by s
 * @param byBeta by β
 */
record Departure(double log, double byR, double byAlpha, double byS, double byBeta) {

    private static final int MOST_TERMS = 10_000;
    private static final double NEAR_ONE = 0.9;
    private static final double STEP = 0.25;
    private static final int MOST_STEPS = 40_000;
    private static final double ENOUGH = 1e-17;

    static Departure after(double weeks, int repeats, double r, double alpha, double s, double beta) {
        double rho = r + repeats;
        double all = rho + s;
        double lnA = Math.log(alpha + weeks);
        double lnB = Math.log(beta + weeks);
        boolean alphaGreater = alpha >= beta;
        double first = alphaGreater ? rho : s + 1;
        double z = Math.abs(alpha - beta) / (Math.max(alpha, beta) + weeks);
        if (z > NEAR_ONE) {
            return byQuadrature(weeks, rho, alpha, s, beta);
        }
        double[] series = series(first, all + 1, z);
        double byFirst = series[1] / series[0];
        double bySecond = series[2] / series[0];
        double byZ = series[3] / series[0];
        double zByGreater = (Math.min(alpha, beta) + weeks) / square(Math.max(alpha, beta) + weeks);
        double zByLess = -1 / (Math.max(alpha, beta) + weeks);
        double common = Math.log(s) - Math.log(all) + Math.log(series[0]);
        return alphaGreater
                ? new Departure(
                        common - rho * lnA - s * lnB,
                        -1 / all - lnA + byFirst + bySecond,
                        -rho / (alpha + weeks) + byZ * zByGreater,
                        1 / s - 1 / all - lnB + bySecond,
                        -s / (beta + weeks) + byZ * zByLess)
                : new Departure(
                        common + (1 - rho) * lnA - (s + 1) * lnB,
                        -1 / all - lnA + bySecond,
                        (1 - rho) / (alpha + weeks) + byZ * zByLess,
                        1 / s - 1 / all - lnB + byFirst + bySecond,
                        -(s + 1) / (beta + weeks) + byZ * zByGreater);
    }

    /** ₂F₁(1, first; second; z) and its derivatives by first, second and z; {@code second > first > 0}, {@code 0 <= z < 1}. */
    private static double[] series(double first, double second, double z) {
        double term = 1;
        double sum = 1;
        double byFirst = 0;
        double bySecond = 0;
        double byZ = 0;
        double firsts = 0;
        double seconds = 0;
        double rest = z / (1 - z);
        for (int n = 0; n < MOST_TERMS; n++) {
            double up = 1 / (first + n);
            double down = 1 / (second + n);
            byZ += (n + 1) * term * (first + n) * down;
            term *= (first + n) * down * z;
            firsts += up;
            seconds += down;
            sum += term;
            byFirst += term * firsts;
            bySecond -= term * seconds;
            if (term * rest < ENOUGH * sum && (n + 1) * term * rest < ENOUGH * Math.max(byZ, 1)) {
                return new double[] {sum, byFirst, bySecond, byZ};
            }
        }
        return new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    }

    private static Departure byQuadrature(double weeks, double rho, double alpha, double s, double beta) {
        double fromA = alpha + weeks;
        double fromB = beta + weeks;
        double middle = Math.log(Math.min(fromA, fromB) / (rho + s + 1));
        double scale = middle - rho * Math.log(fromA + Math.exp(middle)) - (s + 1) * Math.log(fromB + Math.exp(middle));
        double[] sums = new double[5]; // of the integrand, and of it times ln(α+y), 1/(α+y), ln(β+y), 1/(β+y)
        for (int way = -1; way <= 1; way += 2) {
            double last = 0;
            for (int step = way < 0 ? 1 : 0; step < MOST_STEPS; step++) {
                double u = middle + way * step * STEP;
                double timeA = fromA + Math.exp(u);
                double timeB = fromB + Math.exp(u);
                double lnA = Math.log(timeA);
                double lnB = Math.log(timeB);
                double term = Math.exp(u - rho * lnA - (s + 1) * lnB - scale);
                sums[0] += term;
                sums[1] += term * lnA;
                sums[2] += term / timeA;
                sums[3] += term * lnB;
                sums[4] += term / timeB;
                if (term <= last && term < ENOUGH * sums[0]) {
                    break;
                }
                last = term;
            }
        }
        return new Departure(
                Math.log(s) + scale + Math.log(STEP * sums[0]),
                -sums[1] / sums[0],
                -rho * sums[2] / sums[0],
                1 / s - sums[3] / sums[0],
                -(s + 1) * sums[4] / sums[0]);
    }

    private static double square(double number) {
        return number * number;
    }
}
