package io.guanxi.value.lifetime.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * What stands for ₂F₁ here against the formulas as the papers have them, with the ₂F₁ of mpmath at 120 digits: thousands of points, near
 * what was fitted and far beyond ({@code hypergeometric.py} draws them, {@code docs/decisions/0008} says why it is so).
 */
class HypergeometricTest {

    private static final double RELATIVE = 1e-9;
    private static final double DAYS_A_WEEK = 7;
    private static final List<Point> POINTS = points();

    /** A point: parameters, a history, how far ahead, and what the paper's formula says. */
    private record Point(
            String what,
            double r,
            double alpha,
            double one,
            double other,
            int repeats,
            double age,
            double ahead,
            double paper) {

        static Point of(String line) {
            String[] cell = line.split(",", -1);
            return new Point(
                    cell[0],
                    Double.parseDouble(cell[1]),
                    Double.parseDouble(cell[2]),
                    Double.parseDouble(cell[3]),
                    Double.parseDouble(cell[4]),
                    Integer.parseInt(cell[5]),
                    Integer.parseInt(cell[6]) / DAYS_A_WEEK,
                    Integer.parseInt(cell[7]) / DAYS_A_WEEK,
                    Double.parseDouble(cell[8]));
        }

        BgNbd bgNbd() {
            return new BgNbd(r, alpha, one, other);
        }
    }

    @Test
    void theOrdersBgNbdExpectsAreThoseOfThePaper() {
        check("ahead", point -> point.bgNbd().ahead(point.repeats(), point.age(), point.ahead()));
    }

    @Test
    void theOrdersSinceTheFirstAreThoseOfThePaper() {
        check("since", point -> point.bgNbd().sinceFirst(point.ahead()));
    }

    @Test
    void theIntegralOfParetoNbdIsThatOfThePaper() {
        check("departure", point -> Departure.after(
                        point.age(), point.repeats(), point.r(), point.alpha(), point.one(), point.other())
                .log());
    }

    private static void check(String what, ToDoubleFunction<Point> ours) {
        List<Point> of =
                POINTS.stream().filter(point -> point.what().equals(what)).toList();
        assertThat(of).hasSize(1_000);
        for (Point point : of) {
            double computed = ours.applyAsDouble(point);
            assertThat(Math.abs(computed / point.paper() - 1))
                    .as("%s, computed %s", point, computed)
                    .isLessThan(RELATIVE);
        }
    }

    private static List<Point> points() {
        try (InputStream in =
                Objects.requireNonNull(HypergeometricTest.class.getResourceAsStream("hypergeometric.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Point::of)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
