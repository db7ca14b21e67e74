package io.guanxi.experiment.statistics;

/** What a comparison comes to. */
public sealed interface Outcome {

    /**
     * Both arms can be compared.
     *
     * @param effect how they differ
     */
    record Compared(Effect effect) implements Outcome {}

    /**
     * They cannot.
     *
     * @param why the reason
     */
    record NotComparable(Reason why) implements Outcome {}

    /** Why two arms cannot be compared. */
    enum Reason {
        /** An arm has nobody. */
        EMPTY_ARM,
        /** An arm has a single member, who has no spread. */
        ONE_MEMBER,
        /** An arm has a single community; its chance cannot be told from its treatment. */
        ONE_CLUSTER,
        /** Within each arm all have the same figure. */
        ZERO_VARIANCE,
        /** What the figure is divided by never happened in an arm. */
        ZERO_DENOMINATOR
    }
}
