package io.guanxi.value.lifetime.estimate;

import java.util.Map;

/**
 * NBD of A. S. C. Ehrenberg (The Pattern of Consumer Purchases, Applied Statistics 8, 1959): a buyer orders at a rate that is gamma
 * distributed (r, α) and never leaves. It is what BG/NBD and Pareto/NBD become where nobody leaves, and the one of the three whose
 * parameters can then be known.
 *
 * @param r shape of the rates of ordering
 * @param alpha their scale, in weeks
 */
public record Nbd(double r, double alpha) implements OrderModel {

    @Override
    public Kind kind() {
        return Kind.NBD;
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of("r", r, "alpha", alpha);
    }

    /** Nobody has left. */
    @Override
    public double logLeft(int repeats, double last) {
        return -Double.MAX_VALUE;
    }

    @Override
    public double logAlive(int repeats, double age) {
        return -(r + repeats) * Math.log(alpha + age);
    }

    @Override
    public double leftLater(int repeats, double age) {
        return 0;
    }

    /** (r+x)/(α+T) · t. */
    @Override
    public double ahead(int repeats, double age, double weeks) {
        return (r + repeats) / (alpha + age) * weeks;
    }

    @Override
    public double sinceFirst(double weeks) {
        return r / alpha * weeks;
    }
}
