package io.guanxi.value.lifetime.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;

/**
 * What stands for ₂F₁ here against ₂F₁ itself, as the papers have the formulas, by a library of arbitrary precision at 80 digits: over
 * far more than the region in which parameters are found ({@code docs/decisions/0008}).
 */
class HypergeometricTest {

    private static final int DIGITS = 80;
    private static final int POINTS = 2_000;
    private static final double RELATIVE = 1e-10;
    private static final double[] AHEAD = {30 / 7.0, 90 / 7.0, 365 / 7.0, 26, 1 / 7.0};

    /** A point as the fits use it: parameters, a history, how far ahead. */
    private record Point(double r, double alpha, double one, double other, int x, double age, double weeks) {

        static Point of(SplittableRandom random) {
            return new Point(
                    spread(random, 0.02, 20),
                    spread(random, 0.2, 300),
                    random.nextInt(10) == 0 ? 1 + spread(random, 1e-9, 1e-3) : spread(random, 0.02, 100),
                    spread(random, 0.02, 300),
                    random.nextInt(4) == 0 ? 0 : (int) spread(random, 1, 400),
                    random.nextInt(3_650) / 7.0,
                    AHEAD[random.nextInt(AHEAD.length)]);
        }

        private static double spread(SplittableRandom random, double from, double to) {
            return from * Math.pow(to / from, random.nextDouble());
        }
    }

    @Test
    void theOrdersBgNbdExpectsAreThoseOfThePaper() {
        check(2_005, point -> {
            BgNbd model = new BgNbd(point.r(), point.alpha(), point.one(), point.other());
            return error(model.ahead(point.x(), point.age(), point.weeks()), orders(point, point.x(), point.age()));
        });
    }

    @Test
    void theOrdersSinceTheFirstAreThoseOfThePaper() {
        check(9, point -> {
            BgNbd model = new BgNbd(point.r(), point.alpha(), point.one(), point.other());
            return error(model.sinceFirst(point.weeks()), orders(point, 0, 0));
        });
    }

    @Test
    void theIntegralOfParetoNbdIsThatOfThePaper() {
        check(1_987, point -> {
            double log = Departure.after(point.age(), point.x(), point.r(), point.alpha(), point.one(), point.other())
                    .log();
            double paper = departure(point);
            return Math.abs(log - paper) / Math.max(1, Math.abs(paper));
        });
    }

    private interface Error {
        double at(Point point);
    }

    private static void check(long seed, Error error) {
        SplittableRandom random = new SplittableRandom(seed);
        Point[] points =
                IntStream.range(0, POINTS).mapToObj(_ -> Point.of(random)).toArray(Point[]::new);
        double[] errors = new double[POINTS];
        IntStream.range(0, POINTS).parallel().forEach(i -> errors[i] = error.at(points[i]));
        int worst = IntStream.range(0, POINTS)
                .boxed()
                .max(java.util.Comparator.comparingDouble(i -> Double.isNaN(errors[i]) ? 1e300 : errors[i]))
                .orElseThrow();
        assertThat(errors[worst]).as(points[worst].toString()).isLessThan(RELATIVE);
    }

    private static double error(double ours, Apfloat paper) {
        return Math.abs(ours / paper.doubleValue() - 1);
    }

    private static Apfloat number(double value) {
        return new Apfloat(value, DIGITS);
    }

    /** Equation (10) of Fader, Hardie and Lee without its denominator; with x = 0 and T = 0 equation (9). */
    private static Apfloat orders(Point point, int x, double age) {
        Apfloat r = number(point.r()).add(number(x));
        Apfloat a = number(point.one());
        Apfloat b = number(point.other());
        Apfloat begun = number(point.alpha()).add(number(age));
        Apfloat ended = begun.add(number(point.weeks()));
        Apfloat c = a.add(b).add(number(x - 1.0));
        Apfloat function = ApfloatMath.hypergeometric2F1(
                r, b.add(number(x)), c, number(point.weeks()).divide(ended));
        Apfloat one = number(1);
        return c.divide(a.subtract(one))
                .multiply(one.subtract(
                        ApfloatMath.pow(begun.divide(ended), r).multiply(function)));
    }

    /** ln of s/(r+s+x) · (α+d)^−(r+s+x) · ₂F₁(r+s+x, s+1; r+s+x+1; (α−β)/(α+d)), or with α and β in each other's place. */
    private static double departure(Point point) {
        boolean alphaGreater = point.alpha() >= point.other();
        Apfloat s = number(point.one());
        Apfloat rho = number(point.r()).add(number(point.x()));
        Apfloat all = rho.add(s);
        Apfloat greater = number(Math.max(point.alpha(), point.other()));
        Apfloat less = number(Math.min(point.alpha(), point.other()));
        Apfloat time = greater.add(number(point.age()));
        Apfloat function = ApfloatMath.hypergeometric2F1(
                all,
                alphaGreater ? s.add(number(1)) : rho,
                all.add(number(1)),
                greater.subtract(less).divide(time));
        return ApfloatMath.log(s.divide(all).multiply(function))
                .subtract(all.multiply(ApfloatMath.log(time)))
                .doubleValue();
    }
}
