package io.guanxi.value.lifetime.estimate;

import java.util.Arrays;

/** Where an ascent ended. */
sealed interface Optimum {

    /** {@return logarithms of the parameters} */
    double[] logs();

    /** {@return the mean log-likelihood there} */
    double height();

    /** {@return the parameters themselves} */
    default double[] parameters() {
        return Arrays.stream(logs()).map(Math::exp).toArray();
    }

    /**
     * The ground is level there.
     *
     * @param logs logarithms of the parameters
     * @param height mean log-likelihood
     * @param steps steps taken
     */
    record Top(double[] logs, double height, int steps) implements Optimum {}

    /**
     * It never became level.
     *
     * @param logs logarithms of the parameters
     * @param height mean log-likelihood
     * @param reason half a sentence
     */
    record Lost(double[] logs, double height, String reason) implements Optimum {}
}
