package io.guanxi.experiment.design;

/** What is assigned to an arm as a whole. */
public enum Unit {
    /** Each member for themselves. */
    MEMBER,
    /** A community with all in it, where what is done reaches the whole group; the statistics then count communities. */
    COMMUNITY
}
