package io.guanxi.value.lifetime.estimate;

/**
 * What came of fitting a model by maximum likelihood from several starts.
 *
 * @param <M> the model
 */
public sealed interface Fit<M> {

    /**
     * The parameters at the highest top found.
     *
     * @param model the model with them
     * @param logLikelihood of all buyers
     * @param starts ascents begun
     * @param agreeing of them, those which found this top
     * @param steps of the last ascent, over all buyers
     * @param atEdge whether a parameter is so large or small that the top lies at the edge: buyers seem alike in how often they
     *     order or in how soon they leave, or nearly nobody, or nearly everybody, seems to leave
     * @param <M> the model
     */
    record Found<M>(M model, double logLikelihood, int starts, int agreeing, int steps, boolean atEdge)
            implements Fit<M> {

        /** {@return the same with another likelihood, that of the data in another unit} */
        Found<M> with(double likelihood) {
            return new Found<>(model, likelihood, starts, agreeing, steps, atEdge);
        }
    }

    /**
     * The parameters are of no use.
     *
     * @param reason why
     * @param detail one sentence
     * @param <M> the model
     */
    record Refused<M>(Reason reason, String detail) implements Fit<M> {}

    /** Why parameters are of no use. */
    enum Reason {
        /** No ascent ended at a top. */
        NOT_CONVERGED,
        /** The model tells no more of the buyers than one in which nobody leaves. */
        NOBODY_LEAVES,
        /** q is at most 1: expected spend does not exist. */
        SPEND_UNDEFINED,
        /** Nobody, or too few, came back and paid. */
        TOO_LITTLE_DATA
    }
}
