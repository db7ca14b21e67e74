package io.guanxi.journey.graph;

/** Under which words passing a node, and ending, is counted and shown. */
public final class Outcome {

    /** Went on. */
    public static final String PASSED = "passed";

    /** The event did not come in time, or there is no such day. */
    public static final String MISSED = "missed";

    /** The branch's question holds. */
    public static final String YES = "yes";

    /** It does not. */
    public static final String NO = "no";

    /** In no arm of the experiment. */
    public static final String OUTSIDE = "outside";

    /** Went on, but nobody was told of them: they are held out globally. */
    public static final String HELD_OUT = "held-out";

    /** The journey ended at its end. */
    public static final String COMPLETED = "completed";

    /** Ended since a rule for leaving held. */
    public static final String LEFT = "left";

    /** Ended since the goal was reached. */
    public static final String GOAL = "goal";

    /** Ended by hand, or since its version was stopped. */
    public static final String STOPPED = "stopped";

    /** Went on at a node of a later version. */
    public static final String MOVED = "moved";

    /** Ended since the member turned out to be another who is in the journey already. */
    public static final String MERGED = "merged";

    /** What the member answered last is none of the answers asked for, or nothing. */
    public static final String OTHERWISE = "otherwise";

    private Outcome() {}

    /**
     * {@return the outcome of an answer}
     *
     * @param index counted from 0
     */
    public static String answer(int index) {
        return "answer-" + (index + 1);
    }

    /**
     * {@return the outcome of an arm of a split or an experiment}
     *
     * @param index counted from 0
     */
    public static String arm(int index) {
        return "arm-" + (index + 1);
    }
}
