package io.guanxi.value.lifetime.estimate;

import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * A model of when buyers come back and when they stay away for good. Times are in weeks from a buyer's first order; x is the
 * number of days with an order after the first, tx the time of the last, T the time until now.
 *
 * <p>All of them can be written with functions of (x, one time) only, and so they are computed for millions of buyers by
 * evaluating each distinct pair once:
 *
 * <p>P(alive) = 1 / (1 + e^(logLeft(x, tx) − logAlive(x, T)) − leftLater(x, T)), and expected orders = P(alive) · ahead(x, T, t).
 */
public sealed interface OrderModel permits BgNbd, ParetoNbd, Nbd {

    /** Which model. */
    enum Kind {
        /** Beta-geometric / negative binomial. */
        BG_NBD,
        /** Pareto / negative binomial. */
        PARETO_NBD,
        /** Negative binomial alone: nobody leaves. */
        NBD
    }

    /** {@return which model it is} */
    Kind kind();

    /** {@return its parameters by name, as the papers name them} */
    Map<String, Double> parameters();

    /**
     * {@return a model}
     *
     * @param kind which
     * @param parameters by name
     */
    static OrderModel of(Kind kind, Map<String, Double> parameters) {
        ToDoubleFunction<String> named = name -> Objects.requireNonNull(parameters.get(name), name);
        double r = named.applyAsDouble("r");
        double alpha = named.applyAsDouble("alpha");
        return switch (kind) {
            case BG_NBD -> new BgNbd(r, alpha, named.applyAsDouble("a"), named.applyAsDouble("b"));
            case PARETO_NBD -> new ParetoNbd(r, alpha, named.applyAsDouble("s"), named.applyAsDouble("beta"));
            case NBD -> new Nbd(r, alpha);
        };
    }

    /**
     * {@return ln of the weight of having left after the last order}
     *
     * @param repeats x
     * @param last tx in weeks
     */
    double logLeft(int repeats, double last);

    /**
     * {@return ln of the weight of still being there}
     *
     * @param repeats x
     * @param age T in weeks
     */
    double logAlive(int repeats, double age);

    /**
     * {@return the part of logLeft that lies after now, as a share of the weight of still being there}
     *
     * @param repeats x
     * @param age T in weeks
     */
    double leftLater(int repeats, double age);

    /**
     * {@return orders expected of a buyer who is still there}
     *
     * @param repeats x
     * @param age T in weeks
     * @param weeks how far ahead
     */
    double ahead(int repeats, double age, double weeks);

    /**
     * {@return repeat orders expected of a buyer, from the first order on}
     *
     * @param weeks since the first order
     */
    double sinceFirst(double weeks);

    /**
     * {@return the probability that a buyer is still there}
     *
     * @param repeats x
     * @param last tx in weeks
     * @param age T in weeks
     */
    default double alive(int repeats, double last, double age) {
        double odds = Math.exp(Math.min(700, logLeft(repeats, last) - logAlive(repeats, age)));
        return 1 / (1 + Math.max(0, odds - leftLater(repeats, age)));
    }

    /**
     * {@return orders expected of a buyer of this history}
     *
     * @param repeats x
     * @param last tx in weeks
     * @param age T in weeks
     * @param weeks how far ahead
     */
    default double expected(int repeats, double last, double age, double weeks) {
        return alive(repeats, last, age) * ahead(repeats, age, weeks);
    }
}
