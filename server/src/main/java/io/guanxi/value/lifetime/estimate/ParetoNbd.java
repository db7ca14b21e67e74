package io.guanxi.value.lifetime.estimate;

import java.util.Map;

/**
 * Pareto/NBD of Schmittlein, Morrison and Colombo (1987): a buyer orders at a rate that is gamma distributed (r, α) and leaves at any
 * time, at a rate that is gamma distributed (s, β).
 *
 * @param r shape of the rates of ordering
 * @param alpha their scale, in weeks
 * @param s shape of the rates of leaving
 * @param beta their scale, in weeks
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements OrderModel {

    @Override
    public Kind kind() {
        return Kind.PARETO_NBD;
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of("r", r, "alpha", alpha, "s", s, "beta", beta);
    }

    @Override
    public double logLeft(int repeats, double last) {
        return Departure.after(last, repeats, r, alpha, s, beta).log();
    }

    @Override
    public double logAlive(int repeats, double age) {
        return -(r + repeats) * Math.log(alpha + age) - s * Math.log(beta + age);
    }

    @Override
    public double leftLater(int repeats, double age) {
        return Math.exp(logLeft(repeats, age) - logAlive(repeats, age));
    }

    /** (r+x)(β+T) / ((α+T)(s−1)) · [1 − ((β+T)/(β+T+t))^(s−1)]. */
    @Override
    public double ahead(int repeats, double age, double weeks) {
        return (r + repeats) * (beta + age) / (alpha + age) * grown(Math.log1p(weeks / (beta + age)));
    }

    @Override
    public double sinceFirst(double weeks) {
        return r * beta / alpha * grown(Math.log1p(weeks / beta));
    }

    /** (1 − e^(−(s−1)·l)) / (s − 1), which is l where s is 1. */
    private double grown(double l) {
        double e = s - 1;
        return Math.abs(e * l) < 1e-12 ? l : -Math.expm1(-e * l) / e;
    }
}
