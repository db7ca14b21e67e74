package io.guanxi.value;

/** A module's part in every scoring run, after the members' scores are made; a Spring bean. */
public interface ScoringStep {

    /** {@return a stable word for progress and figures, e.g. {@code communities}} */
    String name();

    /** {@return steps run in ascending order} */
    int order();

    /**
     * Does its part within the run's one transaction on the mart: all of it becomes visible with the members' scores, or none.
     *
     * @param context the run
     */
    void run(ScoringContext context);
}
