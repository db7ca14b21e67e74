package io.guanxi.value.lifetime.estimate;

/**
 * The mean log-likelihood of a buyer, as a function of the logarithms of the parameters: so every parameter stays above zero
 * without bounds, and a step means the same whatever the unit.
 */
interface Likelihood {

    /** {@return the number of parameters} */
    int parameters();

    /**
     * {@return the mean log-likelihood of a buyer; not a number where the parameters are beyond computing}
     *
     * @param logs logarithms of the parameters
     * @param gradient is given the derivative by each logarithm
     */
    double at(double[] logs, double[] gradient);
}
