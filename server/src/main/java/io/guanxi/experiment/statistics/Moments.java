package io.guanxi.experiment.statistics;

import java.util.Arrays;

/**
 * All that has to be known of the units of one arm: how many they are, and means and centred cross-products of four figures
 * each unit has. A unit is a member, or a cluster with its totals. Moments of disjoint units can be added, so a report by day
 * or by segment reads each unit once.
 *
 * <p>The figures: what is measured (numerator), what it is measured by (denominator: 1 for a mean over members, the cluster's
 * size for one over clusters, another sum for a ratio), and both again before exposure.
 */
public final class Moments {

    /** Figures a unit has. */
    public static final int FIGURES = 4;

    /** Products of two of them, which may be the same. */
    public static final int PRODUCTS = FIGURES * (FIGURES + 1) / 2;

    private static final int NUMERATOR = 0;
    private static final int DENOMINATOR = 1;
    private static final int NUMERATOR_BEFORE = 2;
    private static final int DENOMINATOR_BEFORE = 3;

    private final long n;
    private final double[] means;
    private final double[][] products;

    private Moments(long n, double[] means, double[][] products) {
        this.n = n;
        this.means = means;
        this.products = products;
    }

    /** {@return those of nobody} */
    public static Moments none() {
        return new Moments(0, new double[FIGURES], new double[FIGURES][FIGURES]);
    }

    /**
     * {@return moments that SQL added up}
     *
     * @param n how many units
     * @param means of the four figures
     * @param products sums of centred products, row by row from the diagonal: 4 + 3 + 2 + 1
     */
    public static Moments of(long n, double[] means, double[] products) {
        if (n < 0 || means.length != FIGURES || products.length != PRODUCTS) {
            throw new IllegalArgumentException("moments have a count, 4 means and 10 products");
        }
        if (!Arrays.stream(means).allMatch(Double::isFinite)
                || !Arrays.stream(products).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("moments are finite numbers");
        }
        double[][] square = new double[FIGURES][FIGURES];
        int place = 0;
        for (int i = 0; i < FIGURES; i++) {
            for (int j = i; j < FIGURES; j++) {
                square[i][j] = products[place];
                square[j][i] = products[place];
                place++;
            }
        }
        return new Moments(n, means.clone(), square);
    }

    /**
     * {@return moments of a plain mean: so many units, their sum and their sum of squares}
     *
     * @param n how many
     * @param sum of what is measured
     * @param squares sum of its squares
     */
    public static Moments ofMean(long n, double sum, double squares) {
        if (n == 0) {
            return none();
        }
        double mean = sum / n;
        double[] products = new double[PRODUCTS];
        products[0] = Math.max(0, squares - n * mean * mean);
        return of(n, new double[] {mean, 1, 0, 1}, products);
    }

    /**
     * {@return moments of single units}
     *
     * @param units four figures each
     */
    public static Moments of(double[][] units) {
        double[] means = new double[FIGURES];
        for (double[] unit : units) {
            for (int i = 0; i < FIGURES; i++) {
                means[i] += unit[i] / units.length;
            }
        }
        double[][] products = new double[FIGURES][FIGURES];
        for (double[] unit : units) {
            for (int i = 0; i < FIGURES; i++) {
                for (int j = 0; j < FIGURES; j++) {
                    products[i][j] += (unit[i] - means[i]) * (unit[j] - means[j]);
                }
            }
        }
        return new Moments(units.length, means, products);
    }

    /**
     * {@return these and others together, by the pairwise update of Chan, Golub and LeVeque (1983)}
     *
     * @param other moments of other units
     */
    public Moments plus(Moments other) {
        if (other.n == 0) {
            return this;
        }
        if (n == 0) {
            return other;
        }
        long sum = n + other.n;
        double weight = (double) n * other.n / sum;
        double[] mean = new double[FIGURES];
        double[][] product = new double[FIGURES][FIGURES];
        for (int i = 0; i < FIGURES; i++) {
            double gap = other.means[i] - means[i];
            mean[i] = means[i] + gap * other.n / sum;
            for (int j = 0; j < FIGURES; j++) {
                product[i][j] = products[i][j] + other.products[i][j] + gap * (other.means[j] - means[j]) * weight;
            }
        }
        return new Moments(sum, mean, product);
    }

    /** {@return how many units} */
    public long n() {
        return n;
    }

    /** {@return mean of what is measured, per unit} */
    public double numerator() {
        return means[NUMERATOR];
    }

    /** {@return mean of what it is measured by, per unit} */
    public double denominator() {
        return means[DENOMINATOR];
    }

    /** {@return the same before exposure} */
    public double numeratorBefore() {
        return means[NUMERATOR_BEFORE];
    }

    /** {@return the same before exposure} */
    public double denominatorBefore() {
        return means[DENOMINATOR_BEFORE];
    }

    /** {@return the figure: numerator by denominator} */
    public double ratio() {
        return means[NUMERATOR] / means[DENOMINATOR];
    }

    /** {@return the figure before exposure} */
    public double ratioBefore() {
        return means[NUMERATOR_BEFORE] / means[DENOMINATOR_BEFORE];
    }

    boolean hasBefore() {
        return n > 1 && means[DENOMINATOR_BEFORE] > 0 && varianceBefore() > 0;
    }

    /** {@return variance over units of {@code (y − R x) / mean x}: the delta method for a ratio of means} */
    public double variance() {
        return linear(NUMERATOR, ratio(), means[DENOMINATOR], NUMERATOR, ratio(), means[DENOMINATOR]);
    }

    /** {@return the same of the figure before exposure} */
    public double varianceBefore() {
        double by = means[DENOMINATOR_BEFORE];
        return linear(NUMERATOR_BEFORE, ratioBefore(), by, NUMERATOR_BEFORE, ratioBefore(), by);
    }

    /** {@return covariance over units of the figure and the figure before exposure} */
    public double covariance() {
        return linear(
                NUMERATOR, ratio(), means[DENOMINATOR], NUMERATOR_BEFORE, ratioBefore(), means[DENOMINATOR_BEFORE]);
    }

    /** {@return the share of the variance that the figure before explains, 0 where there is none} */
    public double explained() {
        double variance = n > 1 ? variance() : 0;
        return hasBefore() && variance > 0
                ? Math.min(1, covariance() * covariance() / (variance * varianceBefore()))
                : 0;
    }

    private double linear(int first, double ratio, double by, int second, double otherRatio, double otherBy) {
        double sum = products[first][second]
                - otherRatio * products[first][second + 1]
                - ratio * products[first + 1][second]
                + ratio * otherRatio * products[first + 1][second + 1];
        return sum / (by * otherBy * (n - 1));
    }
}
